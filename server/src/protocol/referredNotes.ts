import type { LanguageService } from '../service';
import { canonicalUri } from '../workspace/noteUri';

/** What is needed of the workspace: which notes it has, and how others are read beside them. */
interface Scan {
  belongs(uri: string): boolean;
  read(uri: string): Promise<void>;
}

/**
 * The notes that open notes refer to which lie in no folder of the workspace, as where a single file is open: nobody else
 * reads them. They are kept until no such note is open.
 */
export class ReferredNotes {
  /** Canonical URIs of open notes that lie in no folder. */
  private readonly from = new Set<string>();
  /** URIs of what they refer to, by canonical URI. */
  private readonly to = new Map<string, string>();

  constructor(
    private readonly service: LanguageService,
    private readonly scan: Scan,
  ) {}

  /** Whether a note is read though it lies in no folder. */
  has(uri: string): boolean {
    return this.to.has(canonicalUri(uri));
  }

  /** The client has opened or saved a note. Returns whether there was anything to read. */
  async follow(uri: string): Promise<boolean> {
    // Its text is put in by those who are told after this.
    await Promise.resolve();
    if (this.scan.belongs(uri)) return false;
    this.from.add(canonicalUri(uri));
    const wanted = this.service.wantedNotes(uri).filter((other) => !this.scan.belongs(other));
    for (const other of wanted) {
      this.to.set(canonicalUri(other), other);
      await this.scan.read(other);
      if (!this.service.note(other)) this.to.delete(canonicalUri(other));
    }
    return wanted.length > 0;
  }

  /** The client has closed a note. */
  async closed(uri: string): Promise<void> {
    if (!this.from.delete(canonicalUri(uri)) || this.from.size > 0) return;
    const gone = [...this.to.values()];
    this.to.clear();
    // Each is forgotten that nobody has opened, and that belongs to no folder by now.
    for (const other of gone) await this.scan.read(other);
  }
}
