import { buildArgument } from '../../server/src/argument/argument';
import { wordsOf } from '../../server/src/passages/passageText';
import { LanguageService } from '../../server/src/service';
import { parse } from '../../server/src/syntax/parse';
import { ANY_CITATION, citedInNote } from '../../server/src/workspace/citedPapers';
import { Note } from '../../server/src/workspace/note';
import { madeUpNote } from './madeUpNote';
import { figure, medianOf, print, printTitle } from './measure';

const URI = 'file:///bench.debate';

/** What each room of the server takes. */
export function printRooms(sizes: readonly number[]): void {
  printTitle('The rooms of the server', sizes.map(String));
  for (const [name, prepare] of Object.entries(rooms)) {
    print(
      name,
      sizes.map((lines) => figure(medianOf(prepare(madeUpNote(lines))))),
    );
  }
}

/** What is measured: each takes a text and returns the work for one run. */
const rooms: Record<string, (text: string) => () => unknown> = {
  parse: (text) => () => parse(text),
  'who answers whom': (text) => {
    const tree = parse(text);
    return () => buildArgument(tree);
  },
  citations: (text) => {
    const note = new Note(URI, text);
    return () => citedInNote(note, ANY_CITATION);
  },
  'words of passages': (text) => {
    const { tree } = new Note(URI, text);
    return () => wordsOf(tree);
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
  'argument view, all rows': (text) => {
    const service = new LanguageService();
    service.setNote(URI, text, 0);
    found(service);
    return () => rowsTold(service, null);
  },
  'edit to argument view': (text) => {
    const service = new LanguageService();
    let version = 0;
    let state: number | null = null;
    return () => {
      version++;
      service.setNote(URI, `${text}${version % 2}`, version);
      // The editor has asked for the findings by then, which are measured above.
      found(service);
      state = rowsTold(service, state);
    };
  },
};

function rowsTold({ argumentTrees }: LanguageService, since: number | null): number {
  const options = { note: URI, isAll: false, grouping: 'argument', sort: 'position', filter: '' } as const;
  const answer = argumentTrees.answer(options, since);
  if (!answer || answer.count === 0) throw new Error('the note of the benchmark has statements');
  return answer.state;
}

/** The findings; none would mean that the work was not done. */
function found(service: LanguageService): number {
  const { length } = service.linter.findings(URI);
  if (length === 0) throw new Error('the note of the benchmark has findings');
  return length;
}
