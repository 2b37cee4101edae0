import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Note } from '../../../server/src/workspace/note';
import { Notes, type PointOf } from '../../../server/src/workspace/notes';
import { outlineOf } from '../../../server/src/workspace/outline';
import { noteText } from '../../support/arbitraries';
import { outlineLines } from '../../support/outlineText';
import { holds } from '../../support/property';

/** Notes that refer to each other (`other`, `sub/other`, `my note`), two of one name, one without a folder. */
const uri = fc.constantFrom(
  'file:///notes/a.debate',
  'file:///notes/other.debate',
  'file:///notes/other.debate.md',
  'file:///notes/sub/other.debate',
  'file:///notes/sub/sub/other.debate',
  'file:///notes/my%20note.debate',
  'untitled:Untitled-1',
);
/** Sentences long enough to be repeats wherever two notes have them. */
const repeated = fc.constantFrom(
  'It is easier to check one step than to plan a hundred of them at once.\n',
  'claim #a: Each side looks for mistakes of the other that no judge would have found.\n',
  'support -> other#a: Each side looks for mistakes of the other that no judge would have found.\n',
  '> Each side looks for mistakes of the other that no judge would have found.\n',
  '',
);
const text = fc.tuple(noteText, repeated, repeated).map(([note, ...more]) => `${note}\n${more.join('')}`);

type Step = { readonly uri: string; readonly text: string | null; readonly ask: boolean };
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ uri, text: fc.option(text, { freq: 4 }), ask: fc.boolean() }),
  { maxLength: 10 },
);

/** Everything that notes know of each other, as plain data. */
function knownOf(notes: Notes) {
  return notes.all().map((note) => {
    const outline = outlineOf(notes, note);
    return {
      uri: note.uri,
      outline: outlineLines(outline, true),
      targets: outline.statements.map(({ targets }) => targets.map(({ meant }) => meant && named(meant))),
      labels: pointsOf(note).map((of) => notes.labelOf(of)),
      repliedTo: pointsOf(note).map((of) => notes.repliedTo(of).map(named)),
      replies: pointsOf(note).map((of) => notes.repliesTo(of).map(named)),
      repeats: notes.repeatsIn(note.uri).map(({ range, words, first }) => ({
        range,
        words,
        first: { uri: first.note.uri, range: first.range },
      })),
    };
  });
}

function pointsOf(note: Note): PointOf[] {
  return note.argument.points.map((point) => ({ note, point }));
}

function named({ note, point }: PointOf): string {
  return `${note.uri} ${point.index} ${point.text} ${point.statement.start}`;
}

/** Notes with some texts and no past. */
function fresh(texts: ReadonlyMap<string, string>): Notes {
  const notes = new Notes();
  for (const [uri, text] of texts) notes.set(uri, text);
  return notes;
}

describe('the notes of a workspace, whatever has happened to them', () => {
  it('know what they would know if they had always been what they are', () =>
    holds(
      steps,
      (changes) => {
        const notes = new Notes();
        const texts = new Map<string, string>();
        for (const { uri, text, ask } of changes) {
          if (text === null) {
            notes.delete(uri);
            texts.delete(uri);
          } else {
            notes.set(uri, text);
            texts.set(uri, text);
          }
          // Asking brings the indexes up to date, so that the next change finds them so.
          if (ask) knownOf(notes);
        }
        assert.deepEqual(knownOf(notes), knownOf(fresh(texts)));
      },
      1 / 4,
    ));

  it('know the same in whatever order they came', () =>
    holds(
      fc.tuple(fc.dictionary(uri, text, { maxKeys: 5 }), fc.nat(4)),
      ([files, turn]) => {
        const entries = Object.entries(files);
        const turned = [...entries.slice(turn), ...entries.slice(0, turn)].reverse();
        assert.deepEqual(knownOf(fresh(new Map(turned))), knownOf(fresh(new Map(entries))));
      },
      1 / 4,
    ));

  it('reply to what they are replied to by', () =>
    holds(fc.dictionary(uri, text, { maxKeys: 4 }), (files) => {
      const notes = fresh(new Map(Object.entries(files)));
      const points = notes.all().flatMap(pointsOf);
      const there = points.flatMap((of) => notes.repliesTo(of).map((by) => `${named(by)} > ${named(of)}`));
      const back = points.flatMap((by) => notes.repliedTo(by).map((of) => `${named(by)} > ${named(of)}`));
      assert.deepEqual(new Set(there), new Set(back));
      assert.equal(there.length, new Set(there).size);
    }));
});
