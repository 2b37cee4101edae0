import type { Position, WorkspaceEdit } from 'vscode-languageserver-types';
import { relationTo } from '../argument/argument';
import { applied } from '../formatting/edits';
import { LineIndex } from '../syntax/lineIndex';
import { KEYWORDS, type Keyword } from '../syntax/tree';
import { newLineUnder } from '../workspace/newLine';
import type { PointOf } from '../workspace/notes';
import { workspaceEdit } from './noteEdits';

/** A new, empty reply, and where to write it. */
export interface AddedReply {
  readonly edit: WorkspaceEdit;
  readonly uri: string;
  /** Behind the colon and a space, in the text after the edit. */
  readonly position: Position;
}

/** The kinds of statements that can reply to one, in the order of the markup. */
export function repliesFor({ point }: PointOf): Keyword[] {
  const { keyword } = point.statement;
  return KEYWORDS.filter((reply) => {
    // An undercut attacks a link, and a citation line takes nothing else but questions.
    if (reply === 'undercut') return keyword !== 'claim' && keyword !== 'answer' && HAVE_LINKS.has(keyword);
    if (keyword === 'cite') return reply === 'question';
    // A claim under a question is its answer, and has a keyword of its own.
    return reply !== 'claim' && relationTo(reply, keyword) !== null;
  });
}

const HAVE_LINKS: ReadonlySet<Keyword> = new Set<Keyword>(['support', 'rebuttal', 'undercut', 'cite']);

/**
 * A new line under a statement, for a reply that is still to be written.
 * @param versioned whether the client takes edits for a document version
 */
export function addReply({ note, point }: PointOf, reply: Keyword, versioned: boolean): AddedReply {
  const line = newLineUnder(note, point, `${reply}: `);
  const after = applied(note.text, [line]);
  const position = new LineIndex(after).position(line.range.start + line.cursor);
  return { edit: workspaceEdit([{ note, ...line }], versioned), uri: note.uri, position };
}
