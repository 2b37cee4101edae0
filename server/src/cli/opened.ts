import { LanguageService } from '../service';
import type { TextRange } from '../syntax/textRange';
import { type FoundNotes, findNotes, type NoteFile, noteFile } from './findNotes';
import { complain } from './printed';
import { Progress } from './progress';
import { plural } from './reporters/reporter';
import type { Terminal } from './terminal';

/** A place for people and scripts: lines and columns from 1, columns in UTF-16 units. */
export interface FilePosition {
  readonly line: number;
  readonly column: number;
}

export interface FileRange {
  readonly start: FilePosition;
  readonly end: FilePosition;
}

/** Notes named on the command line, in a language service. */
export class OpenedNotes {
  private readonly files = new Map<string, string>();

  private constructor(
    readonly service: LanguageService,
    /** Those to report on. */
    readonly notes: readonly NoteFile[],
    /** Those that are only there to be referred to; one of them may be an earlier state of one above. */
    others: readonly NoteFile[],
    /** True when something that was asked for could not be read. */
    readonly incomplete: boolean,
  ) {
    for (const { uri, text, file } of [...others, ...notes]) {
      service.setNote(uri, text);
      this.files.set(uri, file);
    }
  }

  /** Reads what the paths name; what cannot be read is said on standard error, and the rest is opened. */
  static async open(
    paths: readonly string[],
    terminal: Terminal,
    progress = new Progress(terminal),
  ): Promise<OpenedNotes> {
    const { notes, failures } = await read(paths, terminal, progress);
    return new OpenedNotes(new LanguageService(), notes, [], failures.length > 0);
  }

  /**
   * Reads one note from standard input.
   * @param name of the file that it is to take the place of
   * @param paths notes that it may refer to
   */
  static async openInput(
    name: string,
    paths: readonly string[],
    terminal: Terminal,
    progress = new Progress(terminal),
  ): Promise<OpenedNotes> {
    const { notes, failures } = await read(paths, terminal, progress);
    const note = noteFile(name, await terminal.input());
    return new OpenedNotes(new LanguageService(), [note], notes, failures.length > 0);
  }

  /** Name of a note's file as given; null for a note that was not named. */
  fileOf(uri: string): string | null {
    return this.files.get(uri) ?? null;
  }

  rangeIn(uri: string, range: TextRange): FileRange {
    return { start: this.positionIn(uri, range.start), end: this.positionIn(uri, range.end) };
  }

  private positionIn(uri: string, offset: number): FilePosition {
    const { line, character } = this.service.note(uri)?.tree.lines.position(offset) ?? { line: 0, character: 0 };
    return { line: line + 1, column: character + 1 };
  }
}

async function read(paths: readonly string[], terminal: Terminal, progress: Progress): Promise<FoundNotes> {
  const found = await findNotes(paths, (count) => progress.tell(() => `${plural(count, 'note')} read`));
  progress.erase();
  for (const failure of found.failures) complain(terminal, failure);
  return found;
}
