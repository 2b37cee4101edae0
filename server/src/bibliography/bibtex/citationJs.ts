import type { plugins } from '@citation-js/core';

let known: typeof plugins | undefined;

/**
 * citation-js with its reader of BibTeX, set up when first asked for: that takes longer than all else that a server does
 * before it listens.
 */
export function citationJs(): typeof plugins {
  known ??= setUp();
  return known;
}

function setUp(): typeof plugins {
  // An import is carried out at the start, or waited for. This is no call where it runs: the bundle has both packages.
  // biome-ignore lint/style/noRestrictedGlobals: for the bundler, which puts in what is required
  const core = require('@citation-js/core') as typeof import('@citation-js/core');
  // biome-ignore lint/style/noRestrictedGlobals: as above
  require('@citation-js/plugin-bibtex');
  return core.plugins;
}
