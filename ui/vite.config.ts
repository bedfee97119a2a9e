import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { shippedPlugin } from './scripts/shipped/plugin.js';

/** The policy of the real window. The preview server sends the same, so that a violation shows up early. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  'connect-src ipc: http://ipc.localhost',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
].join('; ');

/** The language that the pages are built in: a folder of `words`. */
const language = process.env.LAMINA_LANGUAGE ?? 'en';

export default defineConfig({
  resolve: { alias: { '#words': fileURLToPath(new URL(`./words/${language}`, import.meta.url)) } },
  plugins: [svelte(), svelteTesting(), shippedPlugin()],
  clearScreen: false,
  server: { port: 5173, strictPort: true },
  preview: { headers: { 'Content-Security-Policy': policy } },
  build: {
    target: 'es2022',
    // Inlined assets become data: addresses, which the policy refuses for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test/setup.ts'],
    restoreMocks: true,
    // A busy machine is slow, not wrong.
    testTimeout: 60_000,
  },
});
