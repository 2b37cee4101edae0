import { relationTo, sameSpeaker } from '../argument/argument';
import { isEmpty } from '../syntax/pieces';
import type { Notes, PointOf } from './notes';

/** Whether anybody has given a claim a reason. */
export type Backing =
  /** A support that says something, a source, or another speaker's concession. */
  | 'backed'
  /** Reasons have been given, and none of them holds: each is rebutted, unfounded or undercut. */
  | 'fallen'
  /** Only a support or `cite:` line that is still to be filled in. */
  | 'begun'
  | 'none';

/** What backs a claim or an answer, over all notes. Cost: its replies. */
export function backingOf(notes: Notes, claim: PointOf): Backing {
  if (claim.note.isSourced(claim.point.index)) return 'backed';
  let hasBegun = false;
  let hasFallenReason = false;
  for (const reply of notes.repliesTo(claim)) {
    const relation = relationTo(reply.point.statement.keyword, claim.point.statement.keyword);
    if (relation === 'concedes' && isConcededBy(reply, claim)) return 'backed';
    if (relation !== 'supports') continue;
    if (saysNothing(reply)) hasBegun = true;
    else if (reply.point.statement.keyword !== 'cite' || isSourced(reply)) {
      if (!hasFallen(notes, reply)) return 'backed';
      hasFallenReason = true;
    }
  }
  if (hasBegun) return 'begun';
  return hasFallenReason ? 'fallen' : 'none';
}

/** The reasons that have been given for a claim and do not hold. Cost: its replies. */
export function fallenReasons(notes: Notes, claim: PointOf): PointOf[] {
  return notes.repliesTo(claim).filter((reply) => {
    const relation = relationTo(reply.point.statement.keyword, claim.point.statement.keyword);
    return relation === 'supports' && !saysNothing(reply) && hasFallen(notes, reply);
  });
}

function hasFallen(notes: Notes, { note, point }: PointOf): boolean {
  return notes.standing(note).link(note, point.index) === 'out';
}

/** True for a statement with no words, no quotation and no statement under it. Cost: the statement's length. */
export function saysNothing({ note, point }: PointOf): boolean {
  if (point.children.length > 0 || point.introducedBy.length > 0) return false;
  return isEmpty(note.tree, point.statement);
}

function isConcededBy(concession: PointOf, claim: PointOf): boolean {
  const { speaker } = concession.point;
  return speaker !== null && (claim.point.speaker === null || !sameSpeaker(speaker, claim.point.speaker));
}

function isSourced({ note, point }: PointOf): boolean {
  return note.isSourced(point.index);
}
