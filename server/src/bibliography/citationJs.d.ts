/** The parts of citation-js that are used; the packages bring no types. */
declare module '@citation-js/plugin-bibtex/lib-mjs/input/entries.js' {
  /** CSL of entries of BibLaTeX, in their order. An entry may take fields from others that follow it. */
  export function parse(entries: readonly object[]): object[];
}

/** The folder `lib-mjs/util` of `@citation-js/core`; see `esbuild.js`. */
declare module 'citation-js-util/csl.js' {
  /** CSL as of version 1.0.2 in place of 1.0.1. */
  export function upgradeCsl(records: readonly object[]): object[];
}

declare module 'citation-js-util/grammar.js' {
  export const Grammar: unknown;
}

declare module 'citation-js-util/translator.js' {
  export const Translator: unknown;
}

/** All of it, which the bench compares with. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(input: unknown, options: { forceType: string; target?: string; generateGraph: boolean }): unknown[];
    };
  };
}

declare module '@citation-js/plugin-bibtex' {}
