import { type Point, sameSpeaker } from '../argument/argument';
import { newLineUnder } from '../workspace/newLine';
import type { Notes, PointOf } from '../workspace/notes';
import { saysNothing } from '../workspace/support';
import { type Fix, type RuleContext, statementRule } from './rule';

/** A rebuttal of a claim that stands because nobody has said anything to it. */
export const unansweredRebuttal = statementRule(
  {
    id: 'unanswered-rebuttal',
    severity: 'hint',
    description: 'A rebuttal of a claim or an answer stands, and nobody replies to it.',
    tags: ['argument'],
    looksElsewhere: true,
    options: {
      of: {
        description: 'What a rebuttal is reported of: claims and answers, or reasons and other attacks, too.',
        type: 'string',
        enum: ['claims', 'all'],
        default: 'claims',
      },
    },
  },
  ['rebuttal'],
  (context, point) => {
    const rebutted = rebuttedBy(context, point);
    if (!rebutted) return [];
    const { keyword, firstLine } = rebutted.point.statement;
    return [
      {
        range: point.statement.keywordRange,
        message: `Nobody replies to this rebuttal, so the ${keyword} does not stand. Rebut it, or concede it.`,
        related: [
          {
            note: rebutted.note.uri,
            range: rebutted.point.statement.header,
            message: `The ${keyword} that it rebuts, in line ${firstLine + 1}.`,
          },
        ],
        fixes: () => fixesFor(context, point, rebutted),
      },
    ];
  },
);

/** What an unanswered rebuttal rebuts, as far as it counts; null for a rebuttal that does not stand or has a reply. */
function rebuttedBy({ notes, note, options }: RuleContext, point: Point): PointOf | null {
  const rebuttal = { note, point };
  if (saysNothing(rebuttal) || notes.labelOf(rebuttal) !== 'stands' || hasReply(notes, rebuttal)) return null;
  const standing = notes.standing(note);
  if (standing.link(note, point.index) !== 'in') return null;
  const isMeant = (target: PointOf) =>
    (isClaim(target) || (options['of'] === 'all' && notes.labelOf(target) !== null)) &&
    !standing.isWithdrawn({ note, index: point.index }, { note: target.note, index: target.point.index });
  return notes.repliedTo(rebuttal).find(isMeant) ?? null;
}

function isClaim({ point: { statement } }: PointOf): boolean {
  return statement.keyword === 'claim' || statement.keyword === 'answer';
}

/** Whether anybody replies; reasons and sources that the rebuttal is given are no reply to it. */
function hasReply(notes: Notes, rebuttal: PointOf): boolean {
  return notes
    .repliesTo(rebuttal)
    .some(({ point: { statement } }) => statement.keyword !== 'support' && statement.keyword !== 'cite');
}

function fixesFor({ note }: RuleContext, point: Point, rebutted: PointOf): Fix[] {
  const { speaker } = rebutted.point;
  // Nobody replies to themselves; that the two are of one speaker is the finding of own-side.
  if (speaker !== null && point.speaker !== null && sameSpeaker(speaker, point.speaker)) return [];
  const by = speaker === null ? '' : ` (${speaker})`;
  const line = (header: string) => [newLineUnder(note, point, header)];
  const fixes: Fix[] = [{ title: "Add a 'rebuttal:' line", preferred: true, edits: line(`rebuttal${by}: `) }];
  // A concession of nobody takes nothing back.
  if (speaker !== null) fixes.push({ title: `Concede it as ${speaker}`, edits: line(`concession${by}: `) });
  return fixes;
}
