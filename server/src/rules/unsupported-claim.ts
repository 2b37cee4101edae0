import type { Point } from '../argument/argument';
import { isAccepted } from '../citations/reference';
import { nestsAlike } from '../workspace/nesting';
import { newLineUnder } from '../workspace/newLine';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';
import { backingOf, fallenReasons, saysNothing } from '../workspace/support';
import { type Finding, type Fix, type RuleContext, statementRule } from './rule';

/** A claim or an answer for which nobody gives a reason or a source, or none that holds. */
export const unsupportedClaim = statementRule(
  {
    id: 'unsupported-claim',
    severity: 'warning',
    description: 'A claim or an answer has neither a support nor a citation, or none that holds.',
    tags: ['argument'],
    looksElsewhere: true,
    options: {
      answers: {
        description: 'Whether answers, too, need a support or a citation.',
        type: 'boolean',
        default: true,
      },
      links: {
        description: 'Whether a web link in the words of a claim counts as a source.',
        type: 'boolean',
        default: false,
      },
    },
  },
  ['claim', 'answer'],
  (context, point) => {
    const { note, options } = context;
    if (point.statement.keyword === 'answer' && options['answers'] === false) return [];
    if (options['links'] === true && linkedIn(note).has(point.index)) return [];
    // A claim without a word is another rule's finding, and so is a support that is still to be filled in.
    const found = saysNothing({ note, point }) ? null : findingOf(context, point);
    return found ? [found] : [];
  },
);

const LINKED = new WeakMap<Note, ReadonlySet<number>>();

/** Statements with a citation of any kind in their own words. Cost: the note's citations, once. */
function linkedIn(note: Note): ReadonlySet<number> {
  const known = LINKED.get(note) ?? findLinked(note);
  LINKED.set(note, known);
  return known;
}

function findLinked({ citations }: Note): ReadonlySet<number> {
  return new Set(
    citations.flatMap(({ citation, statement, quoted }) =>
      quoted || statement === null || !isAccepted(citation) ? [] : statement,
    ),
  );
}

function findingOf({ notes, note }: RuleContext, point: Point): Finding | null {
  const backing = backingOf(notes, { note, point });
  if (backing !== 'none' && backing !== 'fallen') return null;
  const { keyword, keywordRange } = point.statement;
  const fallen = backing === 'fallen' ? fallenReasons(notes, { note, point }) : [];
  return {
    range: keywordRange,
    message:
      fallen.length > 0
        ? `No reason for this ${keyword} holds: ${listOf(fallen.map(placeOf))}. Give another, or answer what stands against ${fallen.length === 1 ? 'it' : 'them'}.`
        : `This ${keyword} has neither a support nor a citation. Say why, or cite a source.`,
    related: fallen.map((reason) => ({
      note: reason.note.uri,
      range: reason.point.statement.header,
      message: `This ${reason.point.statement.keyword} is ${stateOf(notes, reason)}.`,
    })),
    fixes: () => fixesFor(note, point),
  };
}

function placeOf({ point: { statement } }: PointOf): string {
  const name = statement.id ? `#${statement.id.name}` : `the ${statement.keyword}`;
  return `${name} in line ${statement.firstLine + 1}`;
}

/** Names at most two of several. */
function listOf(places: readonly string[]): string {
  const [first = '', second = ''] = places;
  if (places.length <= 2) return places.join(' and ');
  return `${first}, ${second} and ${places.length - 2} more`;
}

function stateOf(notes: Notes, reason: PointOf): string {
  const label = notes.labelOf(reason);
  return label === 'rebutted' || label === 'unfounded' ? label : 'undercut';
}

function fixesFor(note: Note, point: Point): Fix[] {
  const { keyword, keywordRange } = point.statement;
  const fixes: Fix[] = [
    { title: "Add a 'support:' line", preferred: true, edits: [newLineUnder(note, point, 'support: ')] },
    { title: "Add a 'cite:' line", edits: [newLineUnder(note, point, 'cite: ')] },
  ];
  // Replies must not come to hang under another statement unseen.
  if (nestsAlike(note, point.index, 'question')) {
    fixes.push({ title: `Turn the ${keyword} into a question`, edits: [{ range: keywordRange, newText: 'question' }] });
  }
  return fixes;
}
