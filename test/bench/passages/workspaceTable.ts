// What repeats cost in the editor: the index of all notes, a keystroke in a long one, and all notes asked at once.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Passages } from '../../../server/src/passages/passages';
import { parse } from '../../../server/src/syntax/parse';
import { reparse } from '../../../server/src/syntax/reparse';
import { cpuOf, figure, print, printTitle, quantile, stated } from '../measure';
import { plantedCorpus } from './corpus';
import { Chance } from './madeUpText';
import { nameOf } from './programs';

const LINES = 10_000;
const KEYSTROKES = 1_000;

/** Letters that are typed at one place before the next. */
const IN_A_ROW = 20;

/** A workspace of some megabytes in which one note has 10,000 lines. */
export function printWorkspace(megabytes: number, seed: number): void {
  const { notes } = plantedCorpus(megabytes, seed);
  let long = '';
  let from = notes.length;
  while (from > 0 && long.split('\n').length < LINES) long = `${notes[--from]}${long}`;
  const texts = [...notes.slice(0, from), long];
  const trees = texts.map(parse);
  const passages = new Passages((a, b) => a < b);
  printTitle(`Repeats in a workspace of ${megabytes} MB, milliseconds of CPU`, ['median', 'p95', 'worst']);
  const indexed = cpuOf(() => {
    for (const [note, tree] of trees.entries()) passages.set(nameOf(note), tree);
  });
  print('all notes worked into the index', [figure(indexed)]);
  const asked = cpuOf(() => {
    for (const note of trees.keys()) ask(passages, nameOf(note));
  });
  print(
    'repeats and quotations of all notes',
    [figure(asked)],
    stated({ wanted: '≤ 500 a MB', met: asked <= 500 * megabytes }),
  );
  const bytes = passages.bytes / texts.reduce((sum, text) => sum + text.length, 0);
  print('memory of the index, MB a MB of text', [figure(bytes)], stated({ wanted: '≤ 1', met: bytes <= 1 }));
  const { index, typing } = typed(passages, nameOf(texts.length - 1), long, new Chance(seed));
  const column = (times: readonly number[]) => [0.5, 0.95, 1].map((share) => figure(quantile(times, share)));
  const isMet = quantile(index, 0.5) <= 2 && quantile(index, 1) <= 10;
  print(`a keystroke in ${LINES} lines`, column(index), stated({ wanted: 'median ≤ 2, worst ≤ 10', met: isMet }));
  print('  with reading the text again', column(typing));
}

function ask(passages: Passages, note: string): void {
  passages.repeatsIn(note);
  passages.quotationsIn(note);
}

/** Letters and spaces typed into a note, each followed by what the linter asks. */
function typed(passages: Passages, note: string, text: string, chance: Chance) {
  const index: number[] = [];
  const typing: number[] = [];
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let tree = parse(text);
  passages.set(note, tree);
  ask(passages, note);
  let at = 0;
  for (let i = 0; i < KEYSTROKES; i++) {
    if (i % IN_A_ROW === 0) {
      at = chance.below(tree.text.length);
      // What the texts themselves leave behind is not the work of the index.
      collect();
    }
    // Joined strings are copied into one first, as the text of an editor is.
    const after = Buffer.from(`${tree.text.slice(0, at)}${i % 7 === 6 ? ' ' : 'e'}${tree.text.slice(at++)}`).toString();
    const read = cpuOf(() => {
      tree = reparse(tree, after).tree;
    });
    const asked = cpuOf(() => {
      passages.set(note, tree);
      ask(passages, note);
    });
    index.push(asked);
    typing.push(read + asked);
  }
  return { index, typing };
}
