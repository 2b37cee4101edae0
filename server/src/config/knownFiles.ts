import { canonicalUri } from '../workspace/noteUri';

/** What is known of a file. */
export type FileState =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  /** It is there. The reason completes “It cannot be read: ….” */
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * The configuration files that somebody has looked for, whether there are any or not. What needs a file that nobody has
 * looked for yet says so, and goes on as if there were none.
 */
export class KnownFiles {
  private readonly states = new Map<string, FileState & { readonly uri: string }>();
  private changes = 0;

  /** Grows whenever anything may be known otherwise. */
  get revision(): number {
    return this.changes;
  }

  get(uri: string): (FileState & { readonly uri: string }) | undefined {
    return this.states.get(canonicalUri(uri));
  }

  set(uri: string, state: FileState): void {
    this.changes++;
    this.states.set(canonicalUri(uri), { ...state, uri });
  }

  /** URIs of the files of some name that are there. */
  urisOf(name: string): string[] {
    return [...this.states.values()].flatMap(({ kind, uri }) =>
      kind !== 'missing' && uri.endsWith(`/${name}`) ? uri : [],
    );
  }

  /** Makes a file one that nobody has looked for, or every file below a folder. Returns whether any was known. */
  forget(uri: string): boolean {
    const key = canonicalUri(uri);
    const below = `${key.replace(/\/$/, '')}/`;
    const gone = [...this.states.keys()].filter((known) => known === key || known.startsWith(below));
    for (const known of gone) this.states.delete(known);
    if (gone.length > 0) this.changes++;
    return gone.length > 0;
  }

  /**
   * The file of some name in the nearest folder above a note that has one.
   * @param home URI of the folder for notes that lie in none, as untitled documents do; null where there is none
   * @returns its URI, or null; and the first URI on the way that nobody has looked for, or null
   */
  nearest(note: string, name: string, home: string | null): { found: string | null; wanted: string | null } {
    for (const folder of foldersAbove(note, home)) {
      const uri = `${folder}${name}`;
      const state = this.get(uri);
      if (!state) return { found: null, wanted: uri };
      if (state.kind !== 'missing') return { found: uri, wanted: null };
    }
    return { found: null, wanted: null };
  }
}

/** URIs of the folders above a note, nearest first, each with a `/` at its end. */
export function foldersAbove(note: string, home: string | null): string[] {
  // Schemes of virtual workspaces need have no host. Untitled documents may have a path, and lie in no folder yet.
  const [root] = /^(?!untitled:)[a-z][\w+.-]*:(?:\/\/[^/]*)?\//i.exec(note) ?? [];
  // A query or fragment makes a view of the document that lies at the path.
  if (root === undefined) return home === null ? [] : foldersAbove(`${home.replace(/\/$/, '')}/x`, null);
  const folders: string[] = [];
  let folder = note.replace(/[?#].*$/, '');
  while (folder.length > root.length) {
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
    folders.push(folder);
  }
  return folders;
}
