import { isBibliographyFile, type LanguageService } from '../service';
import { decodeUtf8 } from '../workspace/decode';
import type { FileSystem } from '../workspace/fileSystem';
import { NoteFilter } from '../workspace/noteFilter';
import { canonicalFolder, canonicalUri, isBelow } from '../workspace/noteUri';
import type { Progress } from './progress';
import { ReferredNotes } from './referredNotes';
import type { Schedule } from './scheduling';

/** Keeps the notes on disk in the service, opened notes excepted: of those the editor has the newer text. */
export class WorkspaceScan {
  /** URIs of the folders of the workspace, as given, by canonical URI. One may lie within another. */
  private readonly folders = new Map<string, string>();
  /** Notes that lie in no folder, and are read all the same. */
  readonly referred: ReferredNotes;
  private filter = new NoteFilter();
  /** For each file, how often it was read: an answer that comes late must not replace a newer one. */
  private readonly reads = new Map<string, number>();

  constructor(
    private readonly service: LanguageService,
    private readonly files: FileSystem,
    private readonly isOpen: (uri: string) => boolean,
    private readonly schedule: Schedule,
  ) {
    this.referred = new ReferredNotes(service, this);
  }

  /**
   * Reads all notes below some folders, one after the other, and makes room for whoever waits in between.
   * @param progress is told how far it is
   */
  async addFolders(folders: readonly string[], progress?: Omit<Progress, 'token'>): Promise<void> {
    this.expect(folders);
    const found = new Set<string>();
    for (const folder of folders) {
      for await (const uri of this.files.findNotes(folder, { accepts: (path) => this.accepts(path) })) found.add(uri);
    }
    try {
      for (const [index, uri] of [...found].entries()) {
        progress?.report(index / found.size, `${index} of ${found.size}`);
        await this.read(uri);
        await this.schedule.makeRoom();
      }
    } finally {
      progress?.done();
    }
  }

  /** Says which folders there are, before it is known which files in them are notes: `changeFilter` reads them. */
  expect(folders: readonly string[]): void {
    for (const folder of folders) this.folders.set(canonicalFolder(folder), folder);
  }

  /** Reads the workspace, again for other files to be notes. @param progress is told how far it is */
  async changeFilter(filter: NoteFilter, progress?: Omit<Progress, 'token'>): Promise<void> {
    this.filter = filter;
    for (const uri of this.service.noteUris())
      if (!this.isOpen(uri) && !this.isWanted(uri)) this.service.deleteNote(uri);
    await this.addFolders([...this.folders.values()], progress);
  }

  /** Forgets the notes of a folder that is no longer part of the workspace, unless they lie in another that is. */
  removeFolder(folder: string): void {
    this.folders.delete(canonicalFolder(folder));
    this.forgetBelow([folder], (uri) => !this.isWanted(uri));
  }

  /** Reads a note again, or forgets it when it is gone or lies outside the workspace. */
  async read(uri: string): Promise<void> {
    if (this.isOpen(uri)) return;
    const key = canonicalUri(uri);
    const turn = (this.reads.get(key) ?? 0) + 1;
    this.reads.set(key, turn);
    const isShared = this.service.isSharedBibliography(uri);
    const bytes = isShared || this.isWanted(uri) ? await this.files.readFile(uri).catch(() => null) : null;
    // It may have been opened, or changed once more, while it was being read.
    if (this.isOpen(uri) || this.reads.get(key) !== turn) return;
    this.reads.delete(key);
    if (bytes && (isShared || isBibliographyFile(uri))) {
      this.service.setBibliography(uri, decodeUtf8(bytes).text);
    } else if (bytes) {
      this.service.setNote(uri, decodeUtf8(bytes).text);
      this.service.prepare(uri);
    } else {
      this.service.deleteNote(uri);
      // One that a note names is looked for again where it lies.
      this.service.deleteBibliography(uri);
    }
  }

  /** Reads a note again that has just been closed, and forgets those that were read for its sake. */
  async closed(uri: string): Promise<void> {
    await this.read(uri);
    await this.referred.closed(uri);
  }

  /**
   * Forgets the notes below folders that are gone: nobody tells of the files in them one by one.
   * @param gone URIs of folders; files among them do no harm. Cost: linear in the notes and in what is gone
   * @param isForgotten asked of each of them
   */
  forgetBelow(gone: readonly string[], isForgotten: (uri: string) => boolean = () => true): void {
    if (gone.length === 0) return;
    const folders = new Set(gone.map(canonicalFolder));
    for (const uri of this.service.noteUris()) {
      const isGone = foldersAbove(uri).some((folder) => folders.has(folder));
      if (isGone && !this.isOpen(uri) && isForgotten(uri)) this.service.deleteNote(uri);
    }
  }

  private isWanted(uri: string): boolean {
    return this.belongs(uri) || this.referred.has(uri);
  }

  /** Notes, and bibliographies, which may lie beside them. */
  private accepts(path: string): boolean {
    return this.filter.accepts(path) || isBibliographyFile(path);
  }

  /** Whether a search of the workspace would find a file. */
  belongs(uri: string): boolean {
    return [...this.folders.values()].some(
      (folder) => isBelow(uri, folder) && !isPassedOver(uri, folder) && this.accepts(pathBelow(uri, folder)),
    );
  }
}

/** Canonical URIs of the folders that a note lies in, at any depth. */
function foldersAbove(uri: string): string[] {
  const names = canonicalUri(uri).split('/');
  return names.slice(1).map((_, i) => names.slice(0, i + 1).join('/'));
}

/** The path from a folder to a file below it. */
function pathBelow(uri: string, folder: string): string {
  return canonicalUri(uri).slice(canonicalFolder(folder).length + 1);
}

/** Hidden folders and packages are not searched. */
function isPassedOver(uri: string, folder: string): boolean {
  const names = pathBelow(uri, folder).split('/');
  return names.slice(0, -1).some((name) => name.startsWith('.') || name === 'node_modules');
}
