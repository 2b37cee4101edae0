import assert from 'node:assert/strict';
import { Duplicates } from '../../../server/src/workspace/duplicates';
import { Notes } from '../../../server/src/workspace/notes';
import { markedNotes } from '../../support/notes';

interface Place {
  readonly note: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Two notes, of which the second repeats the first where marks stand. The editor and the command find the same.
 * @param expected whether what is marked is found; where nothing is marked, nothing is
 */
function check(source: string, copy: string, expected: 'found' | 'left alone' = 'found') {
  const { texts, ranges } = markedNotes({ a: source, b: copy });
  const marks = ranges.map(({ uri, range }) => ({ note: uri, ...range }));
  const wanted = expected === 'found' ? [marks.map((place) => shown(texts, place))] : [];
  assert.deepEqual(inEditor(texts), wanted, 'in the editor');
  assert.deepEqual(atOnce(texts), wanted, 'by the command');
}

function inEditor(texts: ReadonlyMap<string, string>): string[][] {
  const notes = new Notes();
  for (const [uri, text] of texts) notes.set(uri, text);
  return [...texts.keys()].flatMap((uri) =>
    notes.repeatsIn(uri).map(({ range, first }) => {
      const places = [
        { note: first.note.uri, ...first.range },
        { note: uri, ...range },
      ];
      return places.map((place) => shown(texts, place));
    }),
  );
}

function atOnce(texts: ReadonlyMap<string, string>): string[][] {
  const uris = [...texts.keys()];
  const search = new Duplicates();
  for (const uri of uris) search.add(texts.get(uri) as string);
  return search.find().map(({ places }) => {
    return places.map(({ note, range }) => shown(texts, { note: uris[note] as string, ...range }));
  });
}

function shown(texts: ReadonlyMap<string, string>, { note, start, end }: Place): string {
  return `${note} ${start}: ${texts.get(note)?.slice(start, end)}`;
}

const [BEFORE, AFTER] = ['Something else is written here before it.', 'And here is what nobody else has said.'];
const PASSAGE =
  'A judge who reads only the transcript can be led astray by whichever debater writes the more fluent prose, and ' +
  'no amount of training on easy questions seems to repair that weakness when the questions become hard';

/** The passage with some of its words made other ones, left out, or followed by one that is put in. */
function edited(kind: 'other' | 'out' | 'in', ...numbers: number[]): string {
  return PASSAGE.split(' ')
    .flatMap((word, i) => {
      if (!numbers.includes(i)) return [word];
      return kind === 'other' ? [`other${i}`] : kind === 'out' ? [] : [word, `more${i}`];
    })
    .join(' ');
}

/** A copy within two paragraphs that have nothing to do with it. */
const within = (copy: string) =>
  `${BEFORE.toUpperCase().replaceAll(' ', ' x')}\n\n⟦${copy}⟧.\n\nclaim: Quite another thing.`;

describe('copies', () => {
  const source = `${BEFORE}\n\n⟦${PASSAGE}⟧. ${AFTER}`;
  const paragraph = `${BEFORE}\n\n⟦${PASSAGE}⟧.\n\n${AFTER}`;

  it('are found word for word, however they are wrapped and punctuated', () => {
    check(source, within(PASSAGE));
    check(source, within(PASSAGE.replaceAll(' the ', '\nthe ')));
    check(source, within(PASSAGE.toUpperCase().replace(', ', ' – ')));
    check(source, `rebuttal (Bo): ⟦${PASSAGE}⟧?`);
  });

  it('are found with words that are others: one in twenty, in ten, in five, nearly one in three', () => {
    check(paragraph, within(edited('other', 7, 20)));
    check(paragraph, within(edited('other', 3, 11, 19, 27)));
    check(paragraph, within(edited('other', 2, 7, 13, 14, 21, 29)));
    check(paragraph, within(edited('other', 1, 4, 10, 12, 18, 19, 25, 27, 31, 33)));
  });

  it('are found with words put in or left out', () => {
    check(paragraph, within(edited('in', 5, 12, 22, 30)));
    check(paragraph, within(edited('out', 5, 12, 22, 30)));
    check(paragraph, within(edited('in', 3, 8, 14, 19, 25, 31)));
    check(paragraph, within(edited('out', 3, 9, 16, 17, 24, 31)));
  });

  it('are found with their sentences in another order', () => {
    const [one, two, three] = [
      'The first of these sentences is about the cost of being wrong.',
      'Another one says who has to pay for it in the end.',
      'The third asks whether anybody would notice at all before then',
    ];
    check(`⟦${one} ${two} ${three}⟧.\n\n${AFTER}`, `${BEFORE}\n\n⟦${three}. ${one} ${two}⟧`.replace('end.⟧', 'end⟧.'));
  });

  it('are found of a single sentence of twelve words, wherever it stands', () => {
    const sentence = 'nobody can check a plan of a hundred steps in one go';
    check(`${BEFORE} ⟦${sentence}⟧. ${AFTER}`, `Yes. ⟦${sentence}⟧! Or so I think after all of this.`);
  });

  it('are found behind a stock phrase that stands in many places', () => {
    const stock = 'it is now possible to say';
    const others = Array.from({ length: 12 }, (_, i) => `Word${i} ${stock} thing${i} and matter${i}.`).join('\n\n');
    check(`${others}\n\n⟦${stock} ${PASSAGE}⟧.`, within(`${stock} ${PASSAGE}`));
  });

  it('are no stock phrases of nine or ten words in other sentences', () => {
    for (const phrase of [
      'it seems to me that on the whole this argument',
      'for the reasons given above I do not think that',
    ]) {
      check(
        `We know well enough by now what all of them want of us, and ${phrase} is about cost.`,
        `Whatever else you say, nobody here can tell why they left when ${phrase} was ever finished.`,
        'left alone',
      );
    }
  });

  it('are no runs of equal words that lie near each other in paragraphs about other things', () => {
    check(
      'We met again in spring because no one can tell how long this is going to last and who will pay, the river being high before noon.',
      'They left it there since no one can tell how long this was going to last and who will pay when winter comes near after all of it.',
      'left alone',
    );
    check(
      'Whoever pays for the second pair of eyes has every reason to look away, said the clerk with a shrug that evening.',
      'It rained, and every reason to look away was gone, but whoever pays for that roof had not come back to town yet.',
      'left alone',
    );
  });

  it('are no short replies, even where several follow on each other', () => {
    const replies = 'I agree.\n\nHow?\n\nSee the last point.\n\nWhy not?\n\nI disagree, for the reasons above.';
    check(`${BEFORE}\n\n${replies}\n\nOne.`, `Two, then.\n\n${replies}\n\nThree.`, 'left alone');
    check('How?', 'How?', 'left alone');
  });

  it('are no paragraphs that have only frequent words in common', () => {
    check(
      'It is one of the most important things that we have to think about in the end of the day.',
      'That we have one of the best things to think of is in the most part about the day it is.',
      'left alone',
    );
  });
});
