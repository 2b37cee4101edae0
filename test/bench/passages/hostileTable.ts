import { Passages } from '../../../server/src/passages/passages';
import { parse } from '../../../server/src/syntax/parse';
import { Duplicates } from '../../../server/src/workspace/duplicates';
import { cpuOf, figure, print, printTitle, stated } from '../measure';
import { Chance, MadeUpText } from './madeUpText';

/** What twice the text may cost at most, and milliseconds below which growth says nothing. */
const WANTED_GROWTH = 3;
const LITTLE = 100;

const PARAGRAPH = 'Nobody pays a judge for having been persuaded by the better speaker of the two, or so they say.';

/** Characters of a script at random, in groups. */
function script(first: number, count: number, group: number) {
  return (size: number) => {
    const chance = new Chance(7);
    const character = () => String.fromCodePoint(first + chance.below(count));
    const groups = Array.from({ length: Math.ceil(size / group) }, () => Array.from({ length: group }, character));
    return groups.map((each) => each.join('')).join(' ');
  };
}

/** Texts that a search for repeats may stumble over, each by its size. */
const SHAPES: Record<string, [size: number, text: (size: number) => string]> = {
  'one line of 1 MB': [1_000_000, (size) => lineOf(size)],
  'one word a million times': [1_000_000, (size) => 'word '.repeat(size)],
  'two words in turn': [500_000, (size) => 'one two '.repeat(size)],
  'identical short lines': [20_000, (size) => 'I agree with that, as before.\n'.repeat(size)],
  'copies of one paragraph': [5_000, (size) => `${PARAGRAPH}\n\n`.repeat(size)],
  'copies with one other word': [
    5_000,
    (size) => Array.from({ length: size }, (_, i) => PARAGRAPH.replace('judge', `judge${i}`)).join('\n\n'),
  ],
  Chinese: [300_000, script(0x4e00, 3_000, 40)],
  Thai: [300_000, script(0xe01, 46, 60)],
  emoji: [300_000, script(0x1f600, 60, 1)],
  'combining marks': [300_000, (size) => `e${'\u0301'.repeat(size)} `.repeat(2)],
  'all runs of five words': [200_000, (size) => allRuns(size)],
};

/** The search of the command, and that of the editor with one edit. */
export function printHostile(): void {
  printTitle('Hostile texts, milliseconds of CPU: at once, and in the editor with an edit', [
    'size',
    'once',
    'twice',
    'growth',
    'editor',
    'twice',
    'growth',
  ]);
  for (const [name, [size, text]] of Object.entries(SHAPES)) {
    const columns: string[] = [String(size)];
    let isLinear = true;
    for (const search of [atOnce, inEditor]) {
      search(text(size / 10));
      const [once, twice] = [size, 2 * size].map((each) => {
        const source = text(each);
        return Math.min(
          cpuOf(() => search(source)),
          cpuOf(() => search(source)),
        );
      }) as [number, number];
      const growth = twice / once;
      isLinear &&= growth <= WANTED_GROWTH || twice <= LITTLE;
      columns.push(figure(once), figure(twice), figure(growth));
    }
    print(name, columns, stated({ wanted: `≤ ${WANTED_GROWTH}×`, met: isLinear }));
  }
}

function atOnce(text: string): void {
  const search = new Duplicates();
  search.add(text);
  search.find();
}

function inEditor(text: string): void {
  const passages = new Passages((a, b) => a < b);
  for (const each of [text, `${text.slice(0, text.length / 2)} x ${text.slice(text.length / 2)}`]) {
    passages.set('note', parse(each));
    passages.repeatsIn('note');
    passages.quotationsIn('note');
  }
}

function lineOf(size: number): string {
  const text = new MadeUpText(new Chance(3));
  let line = '';
  while (line.length < size) line += `${text.paragraph()} `;
  return line;
}

/** Five words of which every row of them comes again and again, in another order each time. */
function allRuns(size: number): string {
  const chance = new Chance(5);
  return Array.from({ length: size }, () => chance.of(['one', 'two', 'three', 'four', 'five', 'six', 'seven'])).join(
    ' ',
  );
}
