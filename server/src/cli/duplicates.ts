import { type Duplicate, type DuplicatePlace, Duplicates } from '../workspace/duplicates';
import { eachNote } from './findNotes';
import type { FileRange } from './opened';
import { complain, printedLines } from './printed';
import { Progress } from './progress';
import { EXIT, type ExitCode, type Format, type Terminal } from './terminal';

/**
 * `debate-notes duplicates PATH…`: the passages that stand in several places, word for word or lightly edited, declared
 * quotations among them. To find some is an answer, not a failure.
 */
export async function duplicates(paths: readonly string[], format: Format, terminal: Terminal): Promise<ExitCode> {
  const progress = new Progress(terminal);
  const search = new Duplicates();
  const files: string[] = [];
  const invalid: string[] = [];
  const failures = await eachNote(paths, ({ file, text, firstInvalid }) => {
    files.push(file);
    if (firstInvalid !== null) invalid.push(file);
    search.add(text);
    progress.tell(() => `${plural(files.length, 'note')} read`);
  });
  progress.erase();
  for (const failure of failures) complain(terminal, failure);
  for (const file of invalid) complain(terminal, `${file} is not valid UTF-8; read with U+FFFD in its place.`);
  const found = search.find();
  terminal.out(
    format === 'json' ? `${JSON.stringify(found.map((one) => asJson(files, one)))}\n` : asText(files, found),
  );
  return failures.length > 0 ? EXIT.failed : EXIT.clean;
}

function asJson(files: readonly string[], { similarity, places }: Duplicate) {
  return {
    similarity: rounded(similarity),
    places: places.map((place) => ({
      file: files[place.note],
      start: place.range.start,
      end: place.range.end,
      range: rangeOf(place),
      quoted: place.quoted,
    })),
  };
}

function asText(files: readonly string[], found: readonly Duplicate[]): string {
  const lines = found.flatMap(({ similarity, places }) => [
    similarity === 1 ? 'The same words:' : `The same words but for some, ${Math.round(100 * similarity)} % alike:`,
    ...places.map((place) => {
      const { start, end } = rangeOf(place);
      const stretch = `${start.line}:${start.column}-${end.line}:${end.column}`;
      return `  ${files[place.note]}:${stretch}${place.quoted ? ' (quoted)' : ''}`;
    }),
    '',
  ]);
  return printedLines([...lines, `${plural(files.length, 'note')} read, ${plural(found.length, 'repeated passage')}.`]);
}

/** As in the reports of `check`, which are not loaded for this. */
function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function rangeOf({ start, end }: DuplicatePlace): FileRange {
  return {
    start: { line: start.line + 1, column: start.character + 1 },
    end: { line: end.line + 1, column: end.character + 1 },
  };
}

/** Three places tell apart what may be told apart. A passage that is not quite the same is never 1. */
function rounded(similarity: number): number {
  return Math.floor(1000 * similarity) / 1000;
}
