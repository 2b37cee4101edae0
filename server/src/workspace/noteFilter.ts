import { anywhere, pathMatcher } from './globs';
import { hasNoteEnding } from './noteUri';

/** Endings of the files that `debateNotes.include` may make notes. */
const MARKDOWN = /\.(?:md|markdown)$/i;

/** Which files of a workspace folder are notes: those with a note's ending, and other Markdown files that are included. */
export class NoteFilter {
  private readonly isIncluded: (path: string) => boolean;

  /** @param include glob patterns; one without a slash at its start may match at any depth. Broken ones match nothing. */
  constructor(readonly include: readonly string[] = []) {
    this.isIncluded = pathMatcher(include);
  }

  /** @param path from the folder to the file, with `/` between names */
  accepts(path: string): boolean {
    return hasNoteEnding(path) || (MARKDOWN.test(path) && this.isIncluded(path));
  }

  /** Glob patterns, from the folder, for all files that may be notes. */
  get patterns(): string[] {
    return this.include.map(anywhere);
  }
}
