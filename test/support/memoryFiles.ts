import type { FileSystem } from '../../server/src/workspace/fileSystem';

/** Files in memory, by URI, as a server is given them; a test may hold up reading. */
export class MemoryFiles implements FileSystem {
  readonly texts = new Map<string, string>();
  /** Called before a file is read. */
  beforeRead: (uri: string) => Promise<void> | void = () => undefined;

  constructor(texts: Iterable<readonly [uri: string, text: string]> = []) {
    for (const [uri, text] of texts) this.texts.set(uri, text);
  }

  async *findNotes(folder: string, filter: { accepts(path: string): boolean }): AsyncIterable<string> {
    const below = `${folder.replace(/\/$/, '')}/`;
    for (const uri of [...this.texts.keys()].sort()) {
      if (uri.startsWith(below) && filter.accepts(decodeURI(uri.slice(below.length)))) yield uri;
    }
  }

  async readFile(uri: string): Promise<Uint8Array | null> {
    await this.beforeRead(uri);
    const text = this.texts.get(uri);
    return text === undefined ? null : new TextEncoder().encode(text);
  }
}
