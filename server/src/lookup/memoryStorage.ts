import type { Clock, PaperStorage, StoredFile } from './edges';

/** Storage for a client that names no folder: what it holds ends with the process. */
export class MemoryStorage implements PaperStorage {
  private readonly files = new Map<string, { readonly text: string; readonly changed: number }>();

  constructor(private readonly clock: Pick<Clock, 'now'>) {}

  async list(): Promise<StoredFile[]> {
    return [...this.files].map(([name, { text, changed }]) => ({ name, bytes: byteLength(text), changed }));
  }

  async read(name: string, mostBytes: number): Promise<string | null> {
    const text = this.files.get(name)?.text;
    return text === undefined || byteLength(text) > mostBytes ? null : text;
  }

  async write(name: string, text: string): Promise<void> {
    this.files.set(name, { text, changed: this.clock.now() });
  }

  async create(name: string, text: string): Promise<boolean> {
    if (this.files.has(name)) return false;
    await this.write(name, text);
    return true;
  }

  async rename(name: string, to: string): Promise<boolean> {
    const file = this.files.get(name);
    if (!file) return false;
    this.files.delete(name);
    this.files.set(to, file);
    return true;
  }

  async remove(name: string): Promise<void> {
    this.files.delete(name);
  }
}

const encoder = new TextEncoder();

function byteLength(text: string): number {
  return encoder.encode(text).length;
}
