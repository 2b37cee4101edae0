import { hasBibliographyEnding } from '../bibliography/registry';
import { canonicalUri } from './noteUri';

/** The file that a path in a note's front matter means, or why there can be none. */
export type NamedFile = { readonly uri: string } | { readonly reason: string };

/**
 * What a path written in a note means.
 * @param from URI of the note
 * @param path relative to the note, or absolute; of Windows, with backslashes, too
 * @returns the URI; or a sentence without its capital letter and full stop, where the path names an address, which is never
 *   fetched, or a file that no bibliography is kept in, which is never read
 */
export function bibliographyFile(from: string, path: string): NamedFile {
  const slashed = path.replaceAll('\\', '/');
  const drive = /^[a-z]:\//i.test(slashed);
  if (/^[a-z][a-z\d+.-]*:/i.test(slashed) && !drive) {
    return { reason: 'a bibliography is a file, and nothing is fetched from an address' };
  }
  if (slashed.startsWith('~')) return { reason: "paths begin at the folder of the note, '~' means nothing here" };
  if (!hasBibliographyEnding(slashed)) {
    return { reason: "a bibliography is a file that ends in '.bib', '.bibtex', '.biblatex' or '.json'" };
  }
  const encoded = slashed.split('/').map(encodeURIComponent).join('/');
  try {
    return { uri: new URL(drive ? `/${encoded}` : encoded, from).href };
  } catch {
    return { reason: 'this note lies in no folder from which a path could begin' };
  }
}

/** Where paths in settings begin. */
export interface SettingsPlace {
  /** URI of the first folder of the workspace; null where none is open. */
  readonly folder: string | null;
  /** URI of the user's own folder, which `~` means; null where there is none. */
  readonly home: string | null;
}

/** What a path in the settings means: absolute, from `~`, or else from the first folder of the workspace. */
export function sharedBibliographyFile(path: string, { folder, home }: SettingsPlace): NamedFile {
  const [, below] = /^~[\\/](.*)$/s.exec(path) ?? [];
  if (below !== undefined) return home === null ? NOWHERE : bibliographyFile(asFolder(home), below);
  const isAbsolute = /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
  const from = folder === null && isAbsolute ? 'file:///' : folder;
  if (from !== null) return bibliographyFile(asFolder(from), path);
  const file = bibliographyFile('file:///', path);
  return 'reason' in file ? file : NOWHERE;
}

const NOWHERE = { reason: 'there is no folder from which a path could begin' };

function asFolder(uri: string): string {
  return uri.endsWith('/') ? uri : `${uri}/`;
}

/** The folder that a file lies in, as the beginning of canonical URIs. */
export function folderOf(uri: string): string {
  const canonical = canonicalUri(uri);
  return canonical.slice(0, canonical.lastIndexOf('/') + 1);
}

/** The last part of a path or URI. */
export function fileName(uri: string): string {
  const canonical = canonicalUri(uri);
  return canonical.slice(canonical.lastIndexOf('/') + 1);
}

/** Stands for the library of Zotero among bibliographies: it is no file. Its ending tells the format. */
export const ZOTERO_LIBRARY = 'zotero:/Zotero.json';
