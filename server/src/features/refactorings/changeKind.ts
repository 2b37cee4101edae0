import { type Point, relationTo } from '../../argument/argument';
import { KEYWORDS, type Keyword } from '../../syntax/tree';
import { nestsAlike } from '../../workspace/nesting';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import type { Refactoring } from './refactoring';
import { statementAt } from './statementAt';

/** That of marking paragraphs: one key marks a paragraph, or a statement as one of another kind. */
const KIND = 'refactor.rewrite.mark';

/**
 * Makes the statement one of another keyword: each that can reply to what it replies to, take the replies that it has,
 * and leave who answers whom. A claim may also stand on its own.
 */
export const changeKind: Refactoring = {
  kind: KIND,
  offers: (place) => {
    const { notes, note } = place;
    const point = statementAt(place);
    if (!point) return [];
    const { keyword: before, keywordRange: range } = point.statement;
    const written = note.text.slice(range.start, range.end);
    return KEYWORDS.filter((keyword) => keyword !== before && makesSense(notes, note, point, keyword)).map(
      (keyword) => ({
        title: `Change the ${before} to ${articleOf(keyword)} ${keyword}`,
        kind: `${KIND}.${keyword}`,
        edits: [{ range, newText: likeWritten(keyword, written) }],
      }),
    );
  },
};

function makesSense(notes: Notes, note: Note, point: Point, keyword: Keyword): boolean {
  return (
    canReply(notes, note, point, keyword) &&
    takesReplies(notes, note, point, keyword) &&
    nestsAlike(note, point.index, keyword)
  );
}

const HAVE_LINKS: readonly Keyword[] = ['support', 'rebuttal', 'undercut', 'cite'];

/** Whether a statement of a keyword can reply to all that this one replies to. */
function canReply(notes: Notes, note: Note, point: Point, keyword: Keyword): boolean {
  const targets = notes.repliedTo({ note, point }).map((target) => target.point.statement.keyword);
  // The words of a citation line name a source, and little else can be made of that.
  if (point.statement.keyword === 'cite') return keyword === 'support' && targets.length > 0;
  switch (keyword) {
    case 'question':
      return true;
    case 'claim':
      return point.statement.targets.length === 0 || targets.includes('question');
    case 'answer':
      return targets.includes('question');
    case 'undercut':
      return targets.some((target) => HAVE_LINKS.includes(target));
    case 'cite':
      return point.statement.keyword === 'support' && targets.length > 0 && note.isSourced(point.index);
    default:
      return targets.length > 0;
  }
}

/** Whether the replies to a statement still mean something if it is of another keyword. */
function takesReplies(notes: Notes, note: Note, point: Point, keyword: Keyword): boolean {
  const before = point.statement.keyword;
  return notes.repliesTo({ note, point }).every(({ point: { statement } }) => {
    if (statement.keyword === 'undercut' && HAVE_LINKS.includes(before)) return HAVE_LINKS.includes(keyword);
    return relationTo(statement.keyword, before) === relationTo(statement.keyword, keyword);
  });
}

function articleOf(keyword: Keyword): string {
  return /^[aeiou]/.test(keyword) ? 'an' : 'a';
}

/** The keyword in small letters, in large ones or with a first large letter, as another is written. */
function likeWritten(keyword: Keyword, written: string): string {
  if (written === written.toUpperCase()) return keyword.toUpperCase();
  const [first = ''] = written;
  return first === first.toUpperCase() ? `${first && keyword[0]?.toUpperCase()}${keyword.slice(1)}` : keyword;
}
