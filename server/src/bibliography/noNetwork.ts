/**
 * Stands in for `node-fetch` and `sync-fetch` in the bundles (see `esbuild.js`): citation-js can ask the web for entries, and
 * here it must not. Nothing calls this.
 */
export function fetchNothing(): never {
  throw new Error('citation-js may not ask the network');
}

export class Headers {}

// biome-ignore lint/style/noDefaultExport: the packages it stands in for have one
export default fetchNothing;
