import { type Duplicate, type DuplicatePlace, Duplicates } from '../workspace/duplicates';
import { findNotes, type NoteFile } from './findNotes';
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
  const { notes, failures } = await findNotes(paths, (count) => progress.tell(() => `${plural(count, 'note')} read`));
  progress.erase();
  for (const failure of failures) complain(terminal, failure);
  const search = new Duplicates(notes.reduce((sum, { text }) => sum + text.length, 0));
  for (const { file, text, firstInvalid } of notes) {
    if (firstInvalid !== null) complain(terminal, `${file} is not valid UTF-8; read with U+FFFD in its place.`);
    search.add(text);
  }
  const found = search.find();
  terminal.out(
    format === 'json' ? `${JSON.stringify(found.map((one) => asJson(notes, one)))}\n` : asText(notes, found),
  );
  return failures.length > 0 ? EXIT.failed : EXIT.clean;
}

function asJson(notes: readonly NoteFile[], { similarity, places }: Duplicate) {
  return {
    similarity: rounded(similarity),
    places: places.map((place) => ({
      file: fileOf(notes, place),
      start: place.range.start,
      end: place.range.end,
      range: rangeOf(place),
      quoted: place.quoted,
    })),
  };
}

function asText(notes: readonly NoteFile[], found: readonly Duplicate[]): string {
  const lines = found.flatMap(({ similarity, places }) => [
    similarity === 1 ? 'The same words:' : `The same words but for some, ${Math.round(100 * similarity)} % alike:`,
    ...places.map((place) => {
      const { start, end } = rangeOf(place);
      const stretch = `${start.line}:${start.column}-${end.line}:${end.column}`;
      return `  ${fileOf(notes, place)}:${stretch}${place.quoted ? ' (quoted)' : ''}`;
    }),
    '',
  ]);
  return printedLines([...lines, `${plural(notes.length, 'note')} read, ${plural(found.length, 'repeated passage')}.`]);
}

/** As in the reports of `check`, which are not loaded for this. */
function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function fileOf(notes: readonly NoteFile[], { note }: DuplicatePlace): string {
  return (notes[note] as NoteFile).file;
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
