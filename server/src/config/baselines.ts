import { BASELINE_NAME, type Baseline, type BaselineEntry, readBaseline } from './baseline';
import { pathBelow } from './configs';
import type { ConfigFault } from './json';
import type { KnownFiles } from './knownFiles';

/** The baselines above notes. Of each note the nearest counts, alone. */
export class Baselines {
  private readonly read = new Map<string, { readonly text: string; readonly baseline: Baseline }>();

  constructor(private readonly files: KnownFiles) {}

  /** URI of a file that must be looked for before it is known which baseline a note has, if any. */
  wanted(note: string): string[] {
    const { wanted } = this.files.nearest(note, BASELINE_NAME, null);
    return wanted === null ? [] : [wanted];
  }

  /** What the baseline says of a note, and its URI; null for a note without one. Cost: nothing once it has been read. */
  of(note: string): { readonly uri: string; readonly entries: readonly BaselineEntry[] } | null {
    const { found } = this.files.nearest(note, BASELINE_NAME, null);
    if (found === null) return null;
    return { uri: found, entries: this.baseline(found).notes.get(pathBelow(note, found)) ?? [] };
  }

  /** Paths of the notes that it has anything of, from its folder. */
  notesOf(uri: string): string[] {
    return [...this.baseline(uri).notes.keys()];
  }

  /** What is wrong in every baseline that is known, by URI; files without a fault have an empty list. */
  faults(): Map<string, readonly ConfigFault[]> {
    return new Map(this.files.urisOf(BASELINE_NAME).map((uri) => [uri, this.baseline(uri).faults]));
  }

  private baseline(uri: string): Baseline {
    const state = this.files.get(uri);
    if (state?.kind === 'unreadable') {
      const message = `This file cannot be read: ${state.reason}. Every finding counts as new.`;
      return { notes: new Map(), faults: [{ range: { start: 0, end: 0 }, message }] };
    }
    const text = state?.kind === 'text' ? state.text : '';
    const before = this.read.get(uri);
    if (before?.text === text) return before.baseline;
    const baseline = readBaseline(text);
    this.read.set(uri, { text, baseline });
    return baseline;
  }
}
