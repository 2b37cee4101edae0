// `npm run bench`: what the main job costs, as CPU time. Medians; the sizes show whether a cost grows with the note.
import os from 'node:os';
import { buildArgument } from '../../server/src/argument/argument';
import { passageTexts } from '../../server/src/passages/passageText';
import { wordsOf } from '../../server/src/passages/words';
import { LanguageService } from '../../server/src/service';
import { parse } from '../../server/src/syntax/parse';
import { findCitedPapers } from '../../server/src/workspace/citedPapers';
import { Note } from '../../server/src/workspace/note';
import { madeUpNote } from './madeUpNote';

const SIZES = [1_000, 10_000, 50_000];
const RUNS = 9;
const URI = 'file:///bench.debate';

const [processor] = os.cpus();
console.log(`${processor?.model.trim()} × ${os.cpus().length}, Node ${process.version}, medians of ${RUNS} runs`);
console.log('milliseconds of CPU, by lines of the note\n');
print('', SIZES.map(String));
for (const [name, prepare] of Object.entries(measures())) {
  print(
    name,
    SIZES.map((lines) => median(prepare(madeUpNote(lines))).toFixed(1)),
  );
}

/** What is measured: each takes a text and returns the work for one run. */
function measures(): Record<string, (text: string) => () => unknown> {
  return {
    parse: (text) => () => parse(text),
    'who answers whom': (text) => {
      const tree = parse(text);
      return () => buildArgument(tree);
    },
    citations: (text) => {
      const { tree, argument } = new Note(URI, text);
      return () => findCitedPapers(tree, argument);
    },
    'words of passages': (text) => {
      const { tree } = new Note(URI, text);
      return () => wordsOf(text, passageTexts(tree));
    },
    'note to findings': (text) => () => {
      const service = new LanguageService();
      service.setNote(URI, text);
      return found(service);
    },
    'edit to findings': (text) => {
      const service = new LanguageService();
      service.setNote(URI, text, 0);
      found(service);
      let version = 0;
      return () => {
        version++;
        service.setNote(URI, `${text}${version % 2}`, version);
        return found(service);
      };
    },
  };
}

/** The findings; none would mean that the work was not done. */
function found(service: LanguageService): number {
  const { length } = service.findings(URI);
  if (length === 0) throw new Error('the note of the benchmark has findings');
  return length;
}

function median(work: () => unknown): number {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] as number;
}

function print(name: string, columns: readonly string[]): void {
  console.log(name.padEnd(20) + columns.map((column) => column.padStart(10)).join(''));
}
