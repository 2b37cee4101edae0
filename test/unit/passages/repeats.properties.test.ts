import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_REPEAT_OPTIONS, Passages, type Repeat } from '../../../server/src/passages/passages';
import { parse } from '../../../server/src/syntax/parse';
import { holds } from '../../support/property';

/** Words of a repeat, and the different ones among them. */
const LEAST = 8;
const LEAST_DISTINCT = 5;

/** Any eight words in a row are a passage. */
const EVERYTHING = { ...DEFAULT_REPEAT_OPTIONS, minWords: LEAST };

/** Texts in which passages come again: every stretch is new words, one word many times, or some of the words before. */
function textsOf(vocabulary: string): fc.Arbitrary<string> {
  const word = fc.constantFrom(...vocabulary);
  const stretch = fc.oneof(
    { weight: 2, arbitrary: fc.array(word, { minLength: 1, maxLength: 14 }) },
    { weight: 2, arbitrary: fc.record({ from: fc.nat(40), words: fc.integer({ min: 5, max: 40 }) }) },
    { weight: 1, arbitrary: fc.record({ word, times: fc.integer({ min: 4, max: 20 }) }) },
  );
  return fc.array(stretch, { maxLength: 12 }).map((stretches) => {
    const words: string[] = [];
    for (const next of stretches) {
      if (Array.isArray(next)) words.push(...next);
      else if ('word' in next) words.push(...new Array<string>(next.times).fill(next.word));
      else words.push(...words.slice(next.from, next.from + next.words));
    }
    return words.join(' ');
  });
}

/** Some texts hardly have enough different words for a passage. */
const texts = fc.oneof(textsOf('abcdefghij'), textsOf('aaaaaaabcdef'));

/** A stutter stands in one note, words that run into it (or out of it) in the next, and both together in the last. */
const stutters = fc
  .record({
    stutter: fc.array(fc.constantFrom(...'abcd'), { minLength: 9, maxLength: 14 }),
    shared: fc.integer({ min: 3, max: 7 }),
    beside: fc.array(fc.constantFrom(...'uvwxyz'), { minLength: 1, maxLength: 5 }),
    beyond: fc.array(fc.constantFrom(...'pqrst'), { maxLength: 4 }),
    other: fc.array(fc.constantFrom(...'klmn'), { maxLength: 3 }),
    mirrored: fc.boolean(),
  })
  .map(({ stutter, shared, beside, beyond, other, mirrored }) => {
    const notes = [
      [...other, ...stutter],
      [...beside, ...stutter.slice(0, shared), 'o'],
      [...beyond, ...beside, ...stutter],
    ];
    return notes.map((words) => (mirrored ? words.toReversed() : words).join(' '));
  });

/** Texts with enough different words: where hardly any are, a passage may lie across two others. */
const variedWorkspaces = fc.oneof(fc.array(textsOf('abcdefghij'), { minLength: 1, maxLength: 3 }), stutters);

const workspaces = fc.oneof(fc.array(texts, { minLength: 1, maxLength: 3 }), stutters);

/** A passage stands in a note several times, each time after other words. */
const copies = fc
  .record({
    passage: fc
      .constantFrom('abcdefghijklmn', 'aaaaaabcde', 'aaabbbcde')
      .chain((words) => fc.array(fc.constantFrom(...words), { minLength: 8, maxLength: 15 })),
    beside: fc.array(fc.array(fc.constantFrom(...'aoopqr'), { maxLength: 5 }), { minLength: 3, maxLength: 6 }),
  })
  .map(({ passage, beside }) => [beside.flatMap((words) => [...words, ...passage]).join(' ')]);

/** A run of words: `words[from, to)` of a note. */
interface Run {
  readonly note: number;
  readonly from: number;
  readonly to: number;
}

const wordsOf = (text: string) => (text === '' ? [] : text.split(' '));
const runText = (notes: string[][], { note, from, to }: Run) => (notes[note] ?? []).slice(from, to).join(' ');
const isPassage = (text: string) => new Set(text.split(' ')).size >= LEAST_DISTINCT;

function indexOf(workspace: readonly string[]): Passages {
  return indexOfNotes(workspace.map((text, i) => [String(i), text]));
}

function indexOfNotes(notes: Iterable<readonly [string, string]>): Passages {
  const index = new Passages((a, b) => a < b);
  for (const [name, text] of notes) index.set(name, parse(text));
  return index;
}

/** Words here have one letter each, so a word's number is half its offset. */
function runOf(note: string, { start, end }: Repeat['range']): Run {
  return { note: Number(note), from: start / 2, to: (end + 1) / 2 };
}

/** Of five words in a row that stand in more places no more than the first is looked at. */
const MOST_PLACES = 8;

/** How often five words in a row stand in some notes. */
function gramCounts(notes: string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const words of notes) {
    for (let at = 0; at + 5 <= words.length; at++) {
      const gram = words.slice(at, at + 5).join(' ');
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return counts;
}

/** Whether five words in a row stand in very many places: they are taken for a stock phrase, and so is what they fill. */
function hasStockPhrases(notes: string[][]): boolean {
  return [...gramCounts(notes).values()].some((count) => count > MOST_PLACES);
}

/** By looking everywhere: the runs of eight words that stand somewhere before without overlap. */
function repeatedRuns(notes: string[][]): Run[] {
  const repeated: Run[] = [];
  const endsByText = new Map<string, { note: number; to: number }>();
  notes.forEach((words, note) => {
    for (let from = 0; from + LEAST <= words.length; from++) {
      const run = { note, from, to: from + LEAST };
      const text = runText(notes, run);
      const first = endsByText.get(text);
      if (!first) endsByText.set(text, run);
      else if (isPassage(text) && (first.note < note || first.to <= from)) repeated.push(run);
    }
  });
  return repeated;
}

/** By looking everywhere: where the words of a run stand first, without overlap. */
function firstPlace(notes: string[][], run: Run): Run | null {
  const text = runText(notes, run);
  for (let note = 0; note <= run.note; note++) {
    const last = note === run.note ? run.from : (notes[note]?.length ?? 0);
    for (let to = run.to - run.from; to <= last; to++) {
      const place = { note, from: to - (run.to - run.from), to };
      if (runText(notes, place) === text) return place;
    }
  }
  return null;
}

function repeatsOf(workspace: readonly string[]): { run: Run; first: Run; isVerbatim: boolean; similarity: number }[] {
  const index = indexOf(workspace);
  return workspace.flatMap((_, note) =>
    index.repeatsIn(String(note), EVERYTHING).map(({ range, first, isVerbatim, similarity }) => ({
      isVerbatim,
      similarity,
      run: runOf(String(note), range),
      first: runOf(first.note, first.range),
    })),
  );
}

describe('repeated passages of any notes', () => {
  it('stand before, word for word or with more equal words than others, without overlap', () => {
    holds(workspaces, (workspace) => {
      const notes = workspace.map(wordsOf);
      for (const { run, first, isVerbatim, similarity } of repeatsOf(workspace)) {
        const text = runText(notes, run);
        if (isVerbatim) assert.equal(runText(notes, first), text);
        else assert.ok(similarity >= 0.5 && similarity <= 1, text);
        assert.ok(run.to - run.from >= LEAST && isPassage(text), text);
        assert.ok(first.note < run.note || (first.note === run.note && first.to <= run.from), text);
      }
    });
  });

  it('are disjoint and in the order of the text', () => {
    holds(workspaces, (workspace) => {
      const last = { note: -1, to: 0 };
      for (const { run } of repeatsOf(workspace)) {
        assert.ok(run.note > last.note || run.from >= last.to);
        Object.assign(last, run);
      }
    });
  });

  it('leave out no run of eight words that stands before', () => {
    holds(
      variedWorkspaces,
      (workspace) => {
        const notes = workspace.map(wordsOf);
        if (hasStockPhrases(notes)) return;
        const found = repeatsOf(workspace).map(({ run }) => run);
        for (const run of repeatedRuns(notes)) {
          const isTouched = found.some(({ note, from, to }) => note === run.note && from < run.to && run.from < to);
          assert.ok(isTouched, `words ${run.from} to ${run.to} of note ${run.note}`);
        }
      },
      4,
    );
  });

  it('cannot be made longer where they are verbatim', () => {
    holds(workspaces, (workspace) => {
      const notes = workspace.map(wordsOf);
      const repeats = repeatsOf(workspace);
      repeats.forEach(({ run, first, isVerbatim }, i) => {
        if (!isVerbatim) return;
        const [before, after] = [repeats[i - 1]?.run, repeats[i + 1]?.run];
        const isFree = !(before && before.note === run.note && before.to === run.from);
        const isFreeBehind = !(after && after.note === run.note && after.from === run.to);
        const hasRoom = first.note !== run.note || run.from - first.from > run.to - run.from;
        const word = ({ note }: Run, at: number) => notes[note]?.[at];
        const left = word(run, run.from - 1);
        const right = word(run, run.to);
        if (hasRoom && isFree && left !== undefined) assert.notEqual(left, word(first, first.from - 1));
        if (hasRoom && isFreeBehind && right !== undefined) assert.notEqual(right, word(first, first.to));
      });
    });
  });

  it('are related to the first place of all their words where they are verbatim', () => {
    holds(
      fc.oneof(workspaces, copies),
      (workspace) => {
        const notes = workspace.map(wordsOf);
        if (hasStockPhrases(notes)) return;
        for (const { run, first, isVerbatim } of repeatsOf(workspace)) {
          if (isVerbatim) assert.deepEqual(first, firstPlace(notes, run), runText(notes, run));
        }
      },
      4,
    );
  });

  it('are the same however the notes got there', () => {
    const steps = fc.array(fc.tuple(fc.nat(3), fc.option(texts)), { minLength: 1, maxLength: 10 });
    holds(fc.tuple(workspaces, steps), ([workspace, edits]) => {
      const edited = indexOf(workspace);
      const now = new Map(workspace.map((text, i) => [String(i), text]));
      for (const [note, text] of edits) {
        if (text === null) {
          edited.delete(String(note));
          now.delete(String(note));
        } else {
          edited.set(String(note), parse(text));
          now.set(String(note), text);
        }
        edited.repeatsIn('3', EVERYTHING);
      }
      const fresh = indexOfNotes(now);
      for (const note of ['0', '1', '2', '3']) {
        assert.deepEqual(edited.repeatsIn(note, EVERYTHING), fresh.repeatsIn(note, EVERYTHING));
      }
    });
  });
});
