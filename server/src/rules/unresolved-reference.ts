import { editDistance } from '../syntax/editDistance';
import type { TextRange } from '../syntax/textRange';
import { textReferences } from '../syntax/textReferences';
import type { Finding, Fix, Rule, RuleContext } from './rule';

interface Written {
  readonly path: string | null;
  readonly id: string;
  readonly range: TextRange;
}

/** A target or a reference in a text that names nothing. */
export const unresolvedReference: Rule = {
  meta: {
    id: 'unresolved-reference',
    severity: 'error',
    description: 'A target `-> #id` or a reference `[[#id]]` names no statement.',
  },
  check: (context) => {
    const { note, notes } = context;
    const targets = note.argument.points.flatMap(({ statement }) => statement.targets);
    return [...targets, ...textReferences(note.tree)]
      .filter((reference) => notes.resolve(note, reference) === null)
      .map((reference) => finding(context, reference));
  },
};

function finding({ note, notes }: RuleContext, reference: Written): Finding {
  const { path, id, range } = reference;
  const other = path === null ? note : notes.named(note, path);
  const message =
    other === undefined
      ? `There is no note \`${path}\` beside this one that \`#${id}\` could stand in. Check the path, or open the note.`
      : `There is no \`#${id}\` in ${path === null ? 'this note' : `\`${path}\``}. Check the id, or give it to the statement that is meant.`;
  return {
    range,
    message,
    related: [],
    fixes: () => (other ? nearIds(note.text, [...other.argument.byId.keys()], reference) : []),
  };
}

/** How many ids are offered at most, and how many slips away they may be. */
const OFFERED = 3;
const SLIPS = 2;

function nearIds(text: string, ids: readonly string[], { id, range }: Written): Fix[] {
  const near = ids
    .map((name) => ({ name, distance: editDistance(id.toLowerCase(), name.toLowerCase(), SLIPS) }))
    .filter(({ distance }) => distance <= SLIPS)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, OFFERED);
  const mark = text.lastIndexOf('#', range.end);
  const place = { start: mark + 1, end: mark + 1 + id.length };
  return near.map(({ name }, order) => ({
    title: `Change to \`#${name}\``,
    preferred: order === 0,
    edits: [{ range: place, newText: name }],
  }));
}
