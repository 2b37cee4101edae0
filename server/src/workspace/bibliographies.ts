import { Bibliography } from '../bibliography/bibliography';
import { isBibliographyFile } from '../bibliography/registry';
import { frontMatterOf, type WrittenPath } from '../syntax/frontMatter';
import { bibliographyFile, fileName, folderOf } from './bibliographyPath';
import type { Note } from './note';
import { NoteBibliographies } from './noteBibliographies';
import { canonicalUri, isSnapshot } from './noteUri';

/** A bibliography that belongs to a note. */
export interface BelongingFile {
  /** Canonical; null where the path that the note names means no file. */
  readonly uri: string | null;
  /** The same as an editor can open it; null where it is not known. */
  readonly address: string | null;
  /** How the note's front matter names it; null for one that belongs to it otherwise. */
  readonly named: WrittenPath | null;
  /** What is in it; null for a file that has not been read. */
  readonly bibliography: Bibliography | null;
  /** Why it cannot be read; null where it has been, or where nobody has tried yet. */
  readonly reason: string | null;
}

/**
 * The bibliographies of a workspace, and which of them belong to a note: those its front matter names, in order, then
 * those that all notes share by the settings, then those beside it. It reads no files itself: whoever does puts their
 * texts in. While a file is half written, what it had before stands in for what it lacks.
 */
export class Bibliographies {
  /** By canonical URI. */
  private readonly kept = new Map<string, Bibliography>();
  /** The URIs as they were given, for editors: what is canonical is no address any more. */
  private readonly addresses = new Map<string, string>();
  /** Files that cannot be read, and why. */
  private readonly failures = new Map<string, string>();
  /** Canonical URIs of the bibliographies in a folder. */
  private readonly byFolder = new Map<string, Set<string>>();
  private shared: readonly string[] = [];
  /** URI of the library of another program; null for none. */
  private library: string | null = null;
  private revisionNumber = 0;
  private readonly known = new WeakMap<Note, { readonly revision: number; readonly of: NoteBibliographies }>();

  /** Grows with every change. */
  get revision(): number {
    return this.revisionNumber;
  }

  /** Adds a bibliography or gives it another text. Cost: linear in the text; no entry is parsed. */
  set(uri: string, text: string): void {
    const key = canonicalUri(uri);
    const before = this.kept.get(key);
    this.kept.set(key, Bibliography.read(key, text, before));
    this.addresses.set(key, uri);
    this.failures.delete(key);
    if (!before && isBibliographyFile(key)) {
      const folder = folderOf(key);
      this.byFolder.set(folder, (this.byFolder.get(folder) ?? new Set()).add(key));
    }
    this.revisionNumber++;
  }

  /**
   * Says that a file cannot be read, which a note or the settings name.
   * @param reason completes “It cannot be read: …”
   */
  setUnreadable(uri: string, reason: string): void {
    const key = canonicalUri(uri);
    if (this.failures.get(key) === reason) return;
    this.delete(uri);
    this.failures.set(key, reason);
    this.revisionNumber++;
  }

  /** Forgets a file: it is gone, or nobody has looked for it yet. */
  delete(uri: string): void {
    const key = canonicalUri(uri);
    const wasKnown = this.kept.delete(key);
    this.byFolder.get(folderOf(key))?.delete(key);
    if (this.failures.delete(key) || wasKnown) this.revisionNumber++;
  }

  /** Sets which files belong to every note. @param uris in the order in which they are asked */
  setShared(uris: readonly string[]): void {
    this.shared = uris.map(canonicalUri);
    this.revisionNumber++;
  }

  /** Whether the settings name a file. */
  isShared(uri: string): boolean {
    return this.shared.includes(canonicalUri(uri));
  }

  /** Why a file cannot be read; null where it has been, or where nobody has tried yet. */
  failureOf(uri: string): string | null {
    return this.failures.get(canonicalUri(uri)) ?? null;
  }

  /**
   * Sets the library of another program, which belongs to every note and is asked last. Until its text is put in, nothing
   * is known to be in no bibliography.
   * @param uri that stands for it, of no file; null for none
   */
  setLibrary(uri: string | null): void {
    const key = uri && canonicalUri(uri);
    if (key === this.library) return;
    if (this.library !== null) this.delete(this.library);
    this.library = key;
    this.revisionNumber++;
  }

  /** A bibliography by its URI, however that is written. */
  get(uri: string): Bibliography | undefined {
    return this.kept.get(canonicalUri(uri));
  }

  /** Canonical URIs of all bibliographies, in their order. */
  uris(): string[] {
    return [...this.kept.keys()].sort();
  }

  /**
   * Files that notes or the settings name and that have not been put in yet, each once: read them, and say so if that
   * fails. Never addresses, nor files that no bibliography is kept in.
   */
  wanted(notes: Iterable<Note>): string[] {
    const wanted = new Set(this.shared);
    for (const note of notes) {
      for (const { uri } of namedBy(note)) if (uri !== null) wanted.add(canonicalUri(uri));
    }
    return [...wanted].filter((key) => !this.kept.has(key) && !this.failures.has(key));
  }

  /** The bibliographies of a note. Cost: the front matter, and once after each change of a bibliography or of the note. */
  of(note: Note): NoteBibliographies {
    const known = this.known.get(note);
    if (known?.revision === this.revision) return known.of;
    const of = new NoteBibliographies(this.belonging(note));
    this.known.set(note, { revision: this.revision, of });
    return of;
  }

  private belonging(note: Note): BelongingFile[] {
    const files = new Map<string, BelongingFile>();
    const add = (file: BelongingFile) => {
      const id = file.uri ?? `${file.named?.range.start}`;
      if (!files.has(id)) files.set(id, file);
    };
    for (const { named, uri, reason } of namedBy(note)) {
      const nowhere = { uri: null, address: null, named, bibliography: null, reason };
      add(uri === null ? nowhere : this.file(canonicalUri(uri), named));
    }
    for (const uri of this.shared) add(this.file(uri, null));
    if (!isSnapshot(note.uri)) for (const uri of this.beside(note)) add(this.file(uri, null));
    if (this.library !== null) add(this.file(this.library, null));
    return [...files.values()];
  }

  private file(uri: string, named: WrittenPath | null): BelongingFile {
    const bibliography = this.kept.get(uri) ?? null;
    const address = this.addresses.get(uri) ?? null;
    return { uri, address, named, bibliography, reason: this.failures.get(uri) ?? null };
  }

  /** In the order of their names. */
  private beside(note: Note): string[] {
    const uris = this.byFolder.get(folderOf(note.uri)) ?? [];
    return [...uris].sort((a, b) => (fileName(a) < fileName(b) ? -1 : 1));
  }
}

function namedBy(note: Note): { named: WrittenPath; uri: string | null; reason: string | null }[] {
  return frontMatterOf(note.tree).fields.bibliography.map((named) => {
    const file = bibliographyFile(note.uri, named.path);
    return 'uri' in file ? { named, uri: file.uri, reason: null } : { named, uri: null, reason: file.reason };
  });
}
