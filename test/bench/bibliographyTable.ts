import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { Bibliography } from '../../server/src/bibliography/bibliography';
import { LanguageService } from '../../server/src/service';
import { madeUpBibliography } from './madeUpBibliography';
import { cpuOf, figure, medianOf, print, printTitle, quantile, stated, type Target } from './measure';

const NAME = 'made-up.bib';
const SIZES = [10_000, 50_000] as const;
/** Entries that are read to see what one costs, each for the first time. */
const SAMPLE = 200;

/** What bibliographies cost, beside citation-js reading all entries of the same file. */
export function printBibliographies(): void {
  const texts = SIZES.map(madeUpBibliography);
  // Before there is anything else to be collected.
  const kept = texts.map(memoryKept);
  printTitle('Bibliographies: BibTeX, by entries', SIZES.map(String));
  const ready = texts.map((text) => medianOf(() => readyForCompletion(text)));
  print(
    'entries found',
    texts.map((text) => figure(medianOf(() => Bibliography.read(NAME, text)))),
  );
  print('ready for completion', ready.map(figure), readyTargets(ready).map(stated).join(', '));
  const [smaller = ''] = texts;
  const peer = medianOf(() => readByPeer(smaller));
  print('citation-js, all entries read', [figure(peer)]);
  print('citation-js, values left in LaTeX', [figure(medianOf(() => splitByPeer(smaller)))]);
  const faster = peer / (ready[0] ?? Number.NaN);
  print('times faster', [figure(faster)], stated({ wanted: '≥ 3×', met: faster >= 3 }));
  print(
    'first paper looked up by its arXiv id',
    texts.map((text) => figure(medianOf(() => lookUp(text)))),
  );
  const shown = texts.map(shownInNotes);
  print(
    'first completion of a key, one letter typed',
    shown.map(({ first }) => figure(first)),
  );
  print(
    'each letter after it, p95',
    shown.map(({ letter }) => figure(letter)),
    stated({ wanted: '≤ 50 ms', met: Math.max(...shown.map(({ letter }) => letter)) <= 50 }),
  );
  print(
    'hover on a paper, p95',
    shown.map(({ hover }) => figure(hover)),
    stated({ wanted: '≤ 5 ms', met: Math.max(...shown.map(({ hover }) => hover)) <= 5 }),
  );
  const single = texts.map(oneByOne);
  print('one entry read, p95', single.map(figure), stated({ wanted: '≤ 5 ms', met: Math.max(...single) <= 5 }));
  print('memory kept, times the file', kept.map(figure), stated({ wanted: '≤ 2×', met: Math.max(...kept) <= 2 }));
}

function readyTargets([small = Number.NaN, large = Number.NaN]: readonly number[]): Target[] {
  return [
    { wanted: '≤ 400 ms', met: small <= 400 },
    { wanted: '≤ 2000 ms', met: large <= 2000 },
  ];
}

/** Everything that a list of completions shows: key, authors, year and title of all entries. */
function readyForCompletion(text: string): number {
  const bibliography = Bibliography.read(NAME, text);
  return expectAll([...bibliography.summaries()].length, bibliography.size);
}

function readByPeer(text: string): number {
  const { length } = plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false });
  return expectAll(length, Bibliography.read(NAME, text).size);
}

/** Where citation-js has only cut the file into entries and fields, and no name or accent is read yet. */
function splitByPeer(text: string): number {
  const options = { forceType: '@biblatex/text', target: '@biblatex/entries+list', generateGraph: false };
  return expectAll(plugins.input.chain(text, options).length, Bibliography.read(NAME, text).size);
}

function lookUp(text: string): unknown {
  const paper = Bibliography.read(NAME, text).paperCitedAs({ kind: 'arxiv', id: '2002.10001' });
  if (!paper) throw new Error('the bibliography of the benchmark has the paper');
  return paper;
}

/** Milliseconds of CPU that help takes in a note that cites many papers of a bibliography, each for the first time. */
function shownInNotes(text: string) {
  const service = new LanguageService();
  service.setBibliography('file:///refs.bib', text);
  const keys = Bibliography.read(NAME, text).keys();
  const cited = Array.from({ length: SAMPLE }, (_, i) => keys[i * Math.floor(keys.length / SAMPLE)] ?? '');
  const note = 'file:///note.debate';
  service.setNote(note, cited.map((key) => `cite: @${key}\n`).join(''), 1);
  service.linter.diagnostics(note);
  const hover = cited.map((_, line) => cpuOf(() => expectFound(service.hover(note, { line, character: 8 }))));
  const complete = (typed: string) => {
    service.setNote(note, `cite: @${typed}\n`, 1);
    return cpuOf(() => service.across.completion(note, { line: 0, character: 7 + typed.length }, COMPLETION));
  };
  const first = complete('k');
  const words = [...cited.slice(0, 40), 'perez', 'oversight', '2005'];
  const letters = words.flatMap((word) => Array.from(word, (_, i) => complete(word.slice(0, i + 1))));
  return { first, letter: quantile(letters, 0.95), hover: quantile(hover, 0.95) };
}

const COMPLETION = { snippets: true, insertReplace: true, labelDetails: true, suggest: null, today: '2026-11-25' };

function expectFound<T>(found: T | null): T {
  if (found === null) throw new Error('the note of the benchmark cites a paper of the bibliography');
  return found;
}

/** Milliseconds of CPU that nineteen of twenty entries take at most, each read for the first time. */
function oneByOne(text: string): number {
  const bibliography = Bibliography.read(NAME, text);
  const keys = bibliography.keys();
  const step = Math.floor(keys.length / SAMPLE);
  const times = Array.from({ length: SAMPLE }, (_, i) => cpuOf(() => bibliography.paper(keys[i * step] ?? '')));
  return quantile(times, 0.95);
}

/** What a bibliography keeps of the memory once everything has been asked of it that stays, times the size of its file. */
function memoryKept(text: string): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const bytes = Buffer.from(text);
  collect();
  const before = memoryUsed();
  const bibliography = readBytes(bytes);
  collect();
  const kept = memoryUsed() - before;
  // Asked for after the collection: the bibliography has to outlive it.
  expectAll(bibliography.keys().length, bibliography.size);
  return kept / bytes.length;
}

function memoryUsed(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** A function of its own, so that nothing holds the text any more when it returns. */
function readBytes(bytes: Buffer): Bibliography {
  const bibliography = Bibliography.read(NAME, bytes.toString());
  bibliography.paperCitedAs({ kind: 'doi', id: '10.1000/none' });
  bibliography.problems();
  expectAll([...bibliography.search(['no such word'])].length, 0);
  return bibliography;
}

function expectAll(found: number, expected: number): number {
  if (found !== expected) throw new Error(`${found} entries of ${expected}`);
  return found;
}
