import { type Point, sameSpeaker } from '../argument/argument';
import type { TextRange } from '../syntax/textRange';
import type { Statement } from '../syntax/tree';
import { withoutTargets, withSpeaker } from '../workspace/headerEdits';
import { nestsAlike } from '../workspace/nesting';
import type { Note } from '../workspace/note';
import type { PointOf } from '../workspace/notes';
import { type Finding, type Fix, type RuleContext, statementRule } from './rule';

/** A part of a header that does nothing: a claim's target that is no question, a concession that nobody makes. */
export const misplacedTarget = statementRule(
  {
    id: 'misplaced-target',
    severity: 'warning',
    description: 'The target of a claim leads to no question, or a concession has no speaker.',
    tags: ['argument', 'references'],
    looksElsewhere: true,
  },
  ['claim', 'concession'],
  (context, point) => {
    if (point.statement.keyword === 'claim') return ofClaim(context, point);
    return point.speaker === null ? ofNobody(context.note, point) : [];
  },
);

/** A target that leads nowhere is another rule's finding, and may be meant for a question. */
function ofClaim({ notes, note }: RuleContext, point: Point): Finding[] {
  const { statement } = point;
  const { targets } = statement;
  const meant = targets.flatMap((target) => notes.resolve(note, target) ?? []);
  const isQuestion = (one: PointOf) => one.point.statement.keyword === 'question';
  if (targets.length === 0 || meant.length < targets.length || meant.some(isQuestion)) return [];
  const [does, them] = targets.length === 1 ? ['this target does', 'target'] : ['these targets do', 'targets'];
  return [
    {
      range: wholeTarget(statement),
      unnecessary: true,
      message: `A claim replies to questions only, so ${does} nothing. Make the claim a support, or take the ${them} out.`,
      related: meant.map((one) => ({
        note: one.note.uri,
        range: one.point.statement.header,
        message: `What it leads to: ${withArticle(one.point.statement.keyword)}.`,
      })),
      fixes: () =>
        claimFixes(
          note,
          point,
          them,
          meant.some((one) => one.point === point),
        ),
    },
  ];
}

/** @param isOwn whether the claim is aimed at itself, and would be a reason for itself */
function claimFixes(note: Note, { index, statement }: Point, them: string, isOwn: boolean): Fix[] {
  const canTurn = !isOwn && nestsAlike(note, index, 'support');
  const edits = [{ range: statement.keywordRange, newText: 'support' }];
  const out = withoutTargets(note, statement);
  return [
    ...(canTurn ? [{ title: 'Turn the claim into a support', preferred: true, edits }] : []),
    ...(out ? [{ title: `Take the ${them} out`, preferred: !canTurn, edits: [out] }] : []),
  ];
}

function withArticle(word: string): string {
  return `${/^[au]/.test(word) ? 'an' : 'a'} ${word}`;
}

function wholeTarget({ targets, header }: Statement): TextRange {
  return { start: targets[0]?.range.start ?? header.start, end: targets.at(-1)?.range.end ?? header.end };
}

function ofNobody(note: Note, point: Point): Finding[] {
  return [
    {
      range: point.statement.keywordRange,
      message: "A concession without a speaker withdraws nothing. Say who concedes: 'concession (Name):'.",
      related: [],
      fixes: () => speakerFixes(note, point),
    },
  ];
}

const MOST_SPEAKERS = 3;

function speakerFixes(note: Note, point: Point): Fix[] {
  const speakers = attackersAbove(note, point).slice(0, MOST_SPEAKERS);
  const named = speakers.flatMap((name): Fix[] => {
    const edit = withSpeaker(note, point.statement, name);
    return edit ? [{ title: `Concede as ${name}`, preferred: speakers.length === 1, edits: [edit] }] : [];
  });
  const begun = withSpeaker(note, point.statement, '');
  return begun ? [...named, { title: 'Name the speaker', edits: [begun] }] : named;
}

/** Statements above a concession that are looked at: what it takes back is hardly further up. */
const MOST_ABOVE = 200;

/** Who has attacked what is conceded, further up in the note: what they have said is what a concession takes back. */
function attackersAbove({ argument: { points } }: Note, { index, repliesTo }: Point): string[] {
  const conceded = new Set(repliesTo.flatMap((reply) => reply.index ?? []));
  const names: string[] = [];
  for (const { speaker, statement, repliesTo: attacked } of points.slice(Math.max(index - MOST_ABOVE, 0), index)) {
    if (speaker === null || statement.keyword !== 'rebuttal') continue;
    if (!attacked.some((reply) => reply.index !== null && conceded.has(reply.index))) continue;
    if (!names.some((name) => sameSpeaker(name, speaker))) names.push(speaker);
  }
  return names;
}
