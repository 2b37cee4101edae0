import { foldSpeaker } from '../argument/speakers';
import type { Note } from './note';
import { comesBefore, isSnapshot } from './noteUri';

/**
 * Which notes name statements of which others, and which speakers: so that a search over all notes looks only into
 * those that can have what it looks for. A changed note is read again, alone, when the index is next asked. Views and
 * earlier states of a document are left out: nobody wants to find or rename anything there.
 */
export class NameIndex {
  /** Reference name -> canonical URIs of the notes that name statements of the note of that name. */
  private readonly referrers = new Map<string, Set<string>>();
  /** Folded name -> canonical URIs of the notes that have it, and how they write it first. */
  private readonly speakers = new Map<string, Map<string, string>>();
  /** What each note was entered with. */
  private readonly entered = new Map<string, Entry>();
  private readonly changed = new Set<string>();

  /** @param notes by canonical URI; read when a question is asked */
  constructor(private readonly notes: ReadonlyMap<string, Note>) {}

  /** Must be told of every change: a note was added, replaced or taken out. */
  noteChanged(key: string): void {
    this.changed.add(key);
  }

  /** A note, and all others that name statements of a note of its name, in the order of notes. */
  around(note: Note): Note[] {
    this.update();
    return this.withOthers(note, this.referrers.get(note.referenceName) ?? []);
  }

  /** A note, and all others that name a speaker. */
  speaking(note: Note, speaker: string): Note[] {
    this.update();
    return this.withOthers(note, this.speakers.get(foldSpeaker(speaker))?.keys() ?? []);
  }

  /** The notes that name statements by the path of a note. */
  referring(): Note[] {
    this.update();
    return this.inOrder(new Set([...this.referrers.values()].flatMap((keys) => [...keys])));
  }

  /** Every speaker of any note, as one of the notes writes the name, with the number of notes: the most frequent first. */
  allSpeakers(): { readonly name: string; readonly notes: number }[] {
    this.update();
    const found = [...this.speakers].map(([key, written]) => ({
      key,
      // Whichever note was read first.
      name: [...written.values()].reduce((least, name) => (name < least ? name : least)),
      notes: written.size,
    }));
    found.sort((a, b) => b.notes - a.notes || (a.key < b.key ? -1 : 1));
    return found.map(({ name, notes }) => ({ name, notes }));
  }

  private withOthers(note: Note, keys: Iterable<string>): Note[] {
    const others = new Set(keys);
    others.delete(note.key);
    return [note, ...this.inOrder(others)];
  }

  private inOrder(keys: Iterable<string>): Note[] {
    const ordered = [...keys].sort((a, b) => (comesBefore(a, b) ? -1 : 1));
    return ordered.flatMap((key) => this.notes.get(key) ?? []);
  }

  /** Works changed notes in. Every question does so first; whoever changes many does it after each. */
  update(): void {
    for (const key of this.changed) {
      this.leave(key);
      const note = this.notes.get(key);
      if (note && !isSnapshot(note.uri)) this.enter(key, note);
    }
    this.changed.clear();
  }

  private leave(key: string): void {
    const before = this.entered.get(key);
    for (const name of before?.names ?? []) takeOut(this.referrers, name, key);
    for (const name of before?.speakers ?? []) takeOut(this.speakers, name, key);
    this.entered.delete(key);
  }

  private enter(key: string, note: Note): void {
    const entry = entryOf(note);
    if (entry.names.size === 0 && entry.speakers.size === 0) return;
    this.entered.set(key, { names: entry.names, speakers: new Set(entry.speakers.keys()) });
    for (const name of entry.names) {
      const keys = this.referrers.get(name) ?? new Set();
      this.referrers.set(name, keys.add(key));
    }
    for (const [folded, name] of entry.speakers) {
      const keys = this.speakers.get(folded) ?? new Map();
      this.speakers.set(folded, keys.set(key, name));
    }
  }
}

interface Entry {
  readonly names: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
}

function entryOf(note: Note) {
  const names = new Set<string>();
  const speakers = new Map<string, string>();
  // Most names come again and again.
  const seen = new Set<string>();
  note.forEachName((mention) => {
    const written = mention.kind === 'id' ? mention.path : mention.name;
    const key = `${mention.kind} ${written}`;
    if (written === null || seen.has(key)) return;
    seen.add(key);
    if (mention.kind === 'id') {
      const name = note.nameOf(written);
      if (name !== null) names.add(name);
    } else if (!speakers.has(foldSpeaker(written))) speakers.set(foldSpeaker(written), written);
  });
  return { names, speakers };
}

function takeOut(
  sets: Map<string, { delete(key: string): boolean; readonly size: number }>,
  name: string,
  key: string,
) {
  const keys = sets.get(name);
  keys?.delete(key);
  if (keys?.size === 0) sets.delete(name);
}
