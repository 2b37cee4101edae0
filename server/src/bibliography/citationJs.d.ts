/** The parts of citation-js that are used; the packages bring no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(input: unknown, options: { forceType: string; target?: string; generateGraph: boolean }): unknown[];
    };
  };
}

declare module '@citation-js/plugin-bibtex' {}
