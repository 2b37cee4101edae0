import type { ClientCapabilities } from 'vscode-languageserver';
import type { LanguageService } from '../service';
import type { Pauses } from './pauses';

/** Milliseconds without an edit before notes are compared. */
const COMPARE_DELAY = 300;

/** Whether a client takes being told to ask again about notes that it has not edited. */
export function takesRefreshes({ workspace }: ClientCapabilities): boolean {
  return workspace?.codeLens?.refreshSupport === true || workspace?.inlayHint?.refreshSupport === true;
}

/**
 * Notices when what is told of open notes has changed by an edit of another: what replies to a statement stands in any
 * note. A client asks by itself only about the note that it has edited.
 */
export class Refreshes {
  private readonly labels = new Map<string, object | null>();
  /** Since the last comparison, in order. */
  private edited: string[] = [];
  private readonly compareSoon: () => void;
  private readonly refreshSoon: () => void;

  /**
   * @param openNotes URIs of the notes that the client has open
   * @param isWanted whether the client takes being told; otherwise nothing is worked out for it
   * @param refresh tells the client to ask again
   */
  constructor(
    private readonly service: LanguageService,
    private readonly openNotes: () => readonly { readonly uri: string }[],
    private readonly isWanted: () => boolean,
    private readonly refresh: () => void,
    pauses: Pauses,
    delay = COMPARE_DELAY,
  ) {
    this.compareSoon = pauses.after(delay, () => this.compare());
    this.refreshSoon = pauses.after(delay, () => this.refresh());
  }

  /** The client has opened, edited or closed a note. */
  noteEdited(uri: string): void {
    if (!this.isWanted()) return;
    this.edited.push(uri);
    this.compareSoon();
  }

  /** Notes have changed that the client has not open, or settings. */
  notesChanged(): void {
    this.refresh();
  }

  /** More is known of some papers. They come one by one. */
  papersChanged(): void {
    this.refreshSoon();
  }

  /** Cost: what has changed of the labels. */
  private compare(): void {
    const { edited, service, labels } = this;
    this.edited = [];
    // The client has asked about the note that was edited last, and of any other before that.
    const last = edited.at(-1);
    const tied = new Set(edited.map((uri) => service.labels(uri)));
    let isOther = false;
    for (const { uri } of this.openNotes()) {
      const now = service.labels(uri);
      // Those that are tied to an edited note may show words of it, though nobody's label has changed.
      if (uri !== last && (tied.has(now) || labels.get(uri) !== now)) isOther = true;
      labels.set(uri, now);
    }
    if (isOther) this.refresh();
  }
}
