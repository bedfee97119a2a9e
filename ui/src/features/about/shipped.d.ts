/** Made by the build: see `scripts/shipped/plugin.js`. */
declare module 'virtual:shipped' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a declared module may not import by a relative path
  const all: import('./parts').Shipped;
  export default all;
}
