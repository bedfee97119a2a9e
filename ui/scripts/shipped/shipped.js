// What Lamina is made of: one list of everything that is shipped. The About page and the bill of materials are made from it.
import { compiler, crates, root } from './cargo.js';
import { npmPackages } from './npm.js';
import { fonts, forms, libraries, standardLibrary } from './own.js';
import { textsIn } from './texts.js';

/** Everything, with what only builds it. */
export function inventory() {
  const made = compiler();
  const { version, licence, crates: all, needs } = crates(made.target);
  const packages = npmPackages();
  const brought = [standardLibrary(made), ...libraries(all)];
  // What a crate brings along is needed by that crate.
  const found = all.map((one) => {
    const own = brought.filter(({ broughtBy }) => broughtBy === one.id).map(({ id }) => id);
    return { ...one, needs: [...one.needs, ...own] };
  });
  return {
    version,
    licence,
    target: made.target,
    needs: [...needs, ...packages.map(({ id }) => id), brought[0].id],
    parts: [...found, ...packages, ...brought, ...fonts()],
  };
}

/** Texts that are each kept once, however many bring the same. */
class Texts {
  all = [];
  #places = new Map();

  /** The places of these texts, each with its name. */
  take(found) {
    return found.map(({ name, text }) => {
      if (!this.#places.has(text)) {
        this.#places.set(text, this.all.length);
        this.all.push(text);
      }
      return { name, text: this.#places.get(text) };
    });
  }
}

/**
 * The texts of each part, by its id. A package that brings none has those of another one from the same place under the same
 * licence, with its name before them: a project that packs its crates apart may leave the texts in one of them.
 */
function textsOf(parts) {
  const found = new Map(parts.map(({ id, folder, texts }) => [id, texts ?? textsIn(folder)]));
  const lender = ({ source, licence }) =>
    parts.find(
      (one) => source && one.source === source && one.licence === licence && found.get(one.id).length > 0,
    );
  const lent = parts.filter(({ id }) => found.get(id).length === 0).map((one) => [one.id, lender(one)]);
  for (const [id, from] of lent.filter(([, from]) => from)) {
    found.set(
      id,
      found.get(from.id).map(({ name, text }) => ({ name: `${from.name}/${name}`, text })),
    );
  }
  return found;
}

/** What the About page shows: what is in the programs and the pages, without what only builds them. */
export function shipped({ version, licence, parts } = inventory(), questionnaires = forms()) {
  const texts = new Texts();
  const own = texts.take(textsIn(root, false));
  const inside = parts.filter(({ builtIn }) => builtIn);
  const found = textsOf(inside);
  const shown = inside.map(({ kind, id, name, version, licence, by, source }) => ({
    kind,
    id,
    name,
    version,
    licence,
    by,
    source,
    texts: texts.take(found.get(id)),
  }));
  const asked = questionnaires.map((form) => ({ ...form, source: '', texts: [] }));
  return { version, licence, own, parts: [...shown, ...asked], texts: texts.all };
}
