import type { Point } from '../argument/argument';
import { KEYWORDS } from '../syntax/tree';
import { withTarget } from '../workspace/headerEdits';
import { nestsAlike } from '../workspace/nesting';
import { referenceTo } from '../workspace/newId';
import type { Note } from '../workspace/note';
import { takerAbove } from '../workspace/takers';
import { type Fix, statementRule } from './rule';

/** A statement that has to reply to something, and has nothing above it that it could reply to. */
export const danglingReply = statementRule(
  {
    id: 'dangling-reply',
    severity: 'error',
    description: 'A reply or a citation has no target, and nothing stands above it that it could reply to.',
    tags: ['argument'],
  },
  KEYWORDS.filter((keyword) => keyword !== 'claim' && keyword !== 'question'),
  ({ note }, point) => {
    const { keyword, keywordRange, targets } = point.statement;
    if (point.above !== null || targets.length > 0) return [];
    const orClaim = keyword === 'cite' ? '' : ', or make it a claim';
    return [
      {
        range: keywordRange,
        message: `This '${keyword}' has nothing above it that it could reply to. Say what it means ('-> #id')${orClaim}.`,
        related: [],
        fixes: () => fixesFor(note, point),
      },
    ];
  },
);

function fixesFor(note: Note, point: Point): Fix[] {
  const { keyword, keywordRange } = point.statement;
  const fixes: Fix[] = replyToAbove(note, point);
  // A source is no claim, and a claim may take lines that another statement has.
  if (keyword !== 'cite' && nestsAlike(note, point.index, 'claim')) {
    const title = `Turn the ${keyword} into a claim`;
    fixes.push({ title, preferred: fixes.length === 0, edits: [{ range: keywordRange, newText: 'claim' }] });
  }
  const begun = withTarget(note, point.statement, '');
  if (begun) fixes.push({ title: 'Add a target', edits: [begun] });
  return fixes;
}

/** Mostly a heading has come in between. What has no id yet is given one. */
function replyToAbove(note: Note, point: Point): Fix[] {
  const taker = takerAbove(note, point);
  if (!taker) return [];
  const named = referenceTo(note, taker);
  const target = named && withTarget(note, point.statement, named.id);
  if (!target) return [];
  const { keyword, firstLine } = taker.statement;
  const title = `Reply to the ${keyword} in line ${firstLine + 1}`;
  return [{ title, preferred: true, edits: [...named.edits, target] }];
}
