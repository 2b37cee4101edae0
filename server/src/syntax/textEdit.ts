import type { TextRange } from './textRange';

/** A stretch of a note that is replaced, in offsets; nothing else in it changes. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
  /** Where in the new text the writer goes on, if anywhere. */
  readonly cursor?: number;
}
