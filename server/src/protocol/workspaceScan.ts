import type { LanguageService } from '../service';
import { decodeUtf8 } from '../workspace/decode';
import type { FileSystem } from '../workspace/fileSystem';
import { hasNoteEnding } from '../workspace/noteOrder';

/** Keeps the notes on disk in the service, opened notes excepted: of those the editor has the newer text. */
export class WorkspaceScan {
  constructor(
    private readonly service: LanguageService,
    private readonly files: FileSystem,
    private readonly isOpen: (uri: string) => boolean,
  ) {}

  /** Reads all notes below some folders, one after the other, and lets messages through in between. */
  async readFolders(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      for await (const uri of this.files.findNotes(folder)) {
        await this.read(uri);
        await letMessagesThrough();
      }
    }
  }

  /** Reads a note again, or forgets it when it is gone. */
  async read(uri: string): Promise<void> {
    if (this.isOpen(uri)) return;
    const bytes = await this.files.readFile(uri);
    // It may have been opened while it was being read.
    if (this.isOpen(uri)) return;
    if (bytes && hasNoteEnding(uri)) {
      this.service.setNote(uri, decodeUtf8(bytes).text);
      this.service.prepare(uri);
    } else {
      this.service.deleteNote(uri);
    }
  }

  /** Forgets the notes of a folder that is no longer part of the workspace. */
  forgetFolder(folder: string): void {
    const prefix = folder.endsWith('/') ? folder : `${folder}/`;
    for (const uri of this.service.noteUris()) {
      if (uri.startsWith(prefix) && !this.isOpen(uri)) this.service.deleteNote(uri);
    }
  }
}

/** Ends the current task, so that messages that have arrived in the meantime are handled first. */
export function letMessagesThrough(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
