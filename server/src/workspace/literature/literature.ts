import type { Paper } from '../../bibliography/paper';
import { paperKey } from '../../citations/paper';
import type { Reference } from '../../citations/reference';
import type { Bibliographies } from '../bibliographies';
import type { Note } from '../note';
import { type BrokenHere, type CitedHere, literatureOf, type PaperCitation } from './noteLiterature';
import { SameNames } from './sameNames';

export type { PaperCitation } from './noteLiterature';

/** A paper that some note cites. */
export interface CitedPaper {
  /** Stands for the paper in this workspace. It changes only when what the paper is called by does. */
  readonly key: string;
  /** The forms in which it is cited, each once, versions apart. */
  readonly references: readonly Reference[];
  /** What the bibliographies say of it: those of the first note that has any. */
  readonly entry: Paper | null;
  /** In the order of notes and of their texts. */
  readonly citations: readonly (PaperCitation & { readonly reference: Reference })[];
}

/** Something that is written as a reference and leads to no paper. */
export interface BrokenReference {
  readonly key: string;
  /** As it is written. */
  readonly written: string;
  /** An English sentence without its capital letter and full stop. */
  readonly reason: string;
  readonly meant: Reference | null;
  readonly citations: readonly PaperCitation[];
}

/** Everything that the notes of a workspace cite. */
export interface Literature {
  /** In the order in which they are first cited. */
  readonly papers: readonly CitedPaper[];
  readonly broken: readonly BrokenReference[];
}

/**
 * What some notes cite. A paper is one, in whatever forms it is cited and in whichever notes: versions, PDFs and mirrors
 * make no difference, and what an entry of a bibliography calls one work (its key, an arXiv id, the DOI of the published
 * version) is one in all notes. Cost: linear in the citations; what each note cites is worked out once.
 * @param notes in their order
 */
export function literatureOfAll(notes: readonly Note[], bibliographies: Bibliographies): Literature {
  const cited: CitedHere[] = [];
  const broken: BrokenHere[] = [];
  for (const note of notes) {
    const here = literatureOf(note, bibliographies);
    for (const one of here.papers) cited.push(one);
    for (const one of here.broken) broken.push(one);
  }
  return { papers: papersOf(cited), broken: brokenOf(broken) };
}

function papersOf(cited: readonly CitedHere[]): CitedPaper[] {
  const same = new SameNames();
  for (const { names } of cited) same.join(names);
  const byKey = new Map<string, CitedHere[]>();
  for (const one of cited) push(byKey, same.first(one.names[0] as string), one);
  return [...byKey].map(([key, all]) => ({
    key,
    references: [...new Map(all.map(({ citation: { reference } }) => [versioned(reference), reference])).values()],
    entry: all.find(({ entry }) => entry)?.entry ?? null,
    citations: all.map(({ citation }) => citation),
  }));
}

function versioned(reference: Reference): string {
  return `${paperKey(reference)} ${reference.version ?? ''}`;
}

function brokenOf(broken: readonly BrokenHere[]): BrokenReference[] {
  const byKey = new Map<string, BrokenHere[]>();
  for (const one of broken) push(byKey, `${one.reason}: ${written(one)}`, one);
  return [...byKey].map(([key, all]) => {
    const { reason, meant } = all[0] as BrokenHere;
    return { key, written: written(all[0] as BrokenHere), reason, meant, citations: all.map((one) => one.citation) };
  });
}

function written({ citation: { note, range } }: BrokenHere): string {
  return note.text.slice(range.start, range.end);
}

function push<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const known = lists.get(key);
  if (known) known.push(one);
  else lists.set(key, [one]);
}
