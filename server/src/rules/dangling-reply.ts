import { foldId, type Point } from '../argument/argument';
import type { Keyword } from '../syntax/tree';
import { withId, withTarget } from '../workspace/headerEdits';
import { newId } from '../workspace/newId';
import type { Note } from '../workspace/note';
import { takerAbove } from '../workspace/takers';
import type { Fix, Rule } from './rule';

/** A statement that has to reply to something, and has nothing above it that it could reply to. */
export const danglingReply: Rule = {
  meta: {
    id: 'dangling-reply',
    severity: 'error',
    description: 'A reply or a citation has no target, and nothing stands above it that it could reply to.',
    tags: ['argument'],
  },
  check: ({ note }) =>
    note.argument.points
      .filter(({ statement, above }) => {
        return above === null && statement.targets.length === 0 && !OPENS_A_TOPIC.has(statement.keyword);
      })
      .map((point) => {
        const { keyword, keywordRange } = point.statement;
        const orClaim = keyword === 'cite' ? '' : ', or make it a claim';
        return {
          range: keywordRange,
          message: `This \`${keyword}\` has nothing above it that it could reply to. Say what it means (\`-> #id\`)${orClaim}.`,
          related: [],
          fixes: () => fixesFor(note, point),
        };
      }),
};

const OPENS_A_TOPIC: ReadonlySet<Keyword> = new Set<Keyword>(['claim', 'question']);

function fixesFor(note: Note, point: Point): Fix[] {
  const { keyword, keywordRange } = point.statement;
  const fixes: Fix[] = replyToAbove(note, point);
  // A source is no claim.
  if (keyword !== 'cite') {
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
  const { statement } = taker;
  // Of two statements with one id, the second cannot be aimed at.
  if (statement.id && note.argument.byId.get(foldId(statement.id.name)) !== taker.index) return [];
  const id = statement.id?.name ?? newId(note, taker);
  const target = withTarget(note, point.statement, id);
  const named = statement.id ? [] : [withId(note, statement, id)];
  if (!target || named.includes(null)) return [];
  const title = `Reply to the ${statement.keyword} in line ${statement.firstLine + 1}`;
  return [{ title, preferred: true, edits: [...named.flatMap((edit) => edit ?? []), target] }];
}
