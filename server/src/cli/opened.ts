import { LanguageService } from '../service';
import type { TextRange } from '../syntax/textRange';
import { findNotes, type NoteFile } from './findNotes';
import { complain } from './printed';
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
    readonly notes: readonly NoteFile[],
    /** True when something that was asked for could not be read. */
    readonly incomplete: boolean,
  ) {
    for (const { uri, file } of notes) this.files.set(uri, file);
  }

  /** Reads what the paths name; what cannot be read is said on standard error, and the rest is opened. */
  static async open(paths: readonly string[], terminal: Terminal): Promise<OpenedNotes> {
    const { notes, failures } = await findNotes(paths);
    for (const failure of failures) complain(terminal, failure);
    const service = new LanguageService();
    for (const { uri, text } of notes) service.setNote(uri, text);
    return new OpenedNotes(service, notes, failures.length > 0);
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
