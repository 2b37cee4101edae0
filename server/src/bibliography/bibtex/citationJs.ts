type ToCsl = (entries: readonly object[]) => object[];

let known: ToCsl | undefined;

/**
 * What turns entries of BibLaTeX into CSL, by citation-js. It is set up when first asked for: that takes as long as half
 * of all else that a server does before it listens.
 */
export function citationJs(): ToCsl {
  known ??= setUp();
  return known;
}

function setUp(): ToCsl {
  // An import is carried out at the start, or waited for. This is no call where it runs: the bundle has both modules.
  // biome-ignore lint/style/noRestrictedGlobals: for the bundler, which puts in what is required
  const { parse } = require('@citation-js/plugin-bibtex/lib-mjs/input/entries.js') as Entries;
  // biome-ignore lint/style/noRestrictedGlobals: as above
  const { upgradeCsl } = require('citation-js-util/csl.js') as typeof import('citation-js-util/csl.js');
  return (entries) => upgradeCsl(parse(entries));
}

type Entries = typeof import('@citation-js/plugin-bibtex/lib-mjs/input/entries.js');
