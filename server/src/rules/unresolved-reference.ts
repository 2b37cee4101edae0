import { foldId } from '../argument/argument';
import { NearWords } from '../syntax/nearWords';
import { textReferences } from '../syntax/textReferences';
import type { Target } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import type { Finding, Fix, Rule, RuleContext } from './rule';

/** A target, or a reference in a text, that names no statement. */
export const unresolvedReference: Rule = {
  meta: {
    id: 'unresolved-reference',
    severity: 'error',
    description: 'A target (`-> #id`) or a reference (`[[#id]]`) names no statement.',
    tags: ['references'],
  },
  check: (context) => {
    const { notes, note } = context;
    const targets = note.argument.points.flatMap(({ statement }) => statement.targets);
    const all: readonly Target[] = [...targets, ...textReferences(note.tree)];
    const lost = all.filter((target) => notes.resolve(note, target) === null);
    const names = lost.some(({ path }) => path !== null) ? namesOf(notes) : new Set<string>();
    return lost.map((target) => finding(context, target, names)).sort((a, b) => a.range.start - b.range.start);
  },
};

function namesOf(notes: Notes): Set<string> {
  return new Set(notes.all().map(({ referenceName }) => referenceName));
}

function finding({ note }: RuleContext, target: Target, names: ReadonlySet<string>): Finding {
  const isOwn = target.path === null || note.nameOf(target.path) === note.referenceName;
  return {
    range: target.range,
    message: isOwn
      ? `No statement of this note has the id \`#${target.id}\`. Give it to the one that is meant, or change it here.`
      : elsewhere(note, target, names),
    related: [],
    fixes: () => (isOwn ? nearIds(note, target) : []),
  };
}

function elsewhere(note: Note, { path, id }: Target, names: ReadonlySet<string>): string {
  const name = note.nameOf(path ?? '');
  return name !== null && names.has(name)
    ? `No statement of the note \`${path}\` has the id \`#${id}\`. Give it to the one that is meant, or change it here.`
    : `There is no note \`${path}\`. Write its path from this note, without the ending.`;
}

const MOST_OFFERS = 3;

/** The ids of a note, ready to be searched: worked out when a fix is first asked for. */
const IDS = new WeakMap<Note, NearWords>();

function idsOf(note: Note): NearWords {
  const known = IDS.get(note) ?? new NearWords(note.argument.byId.keys());
  IDS.set(note, known);
  return known;
}

function nearIds(note: Note, { id, range }: Target): Fix[] {
  const end = note.text[range.end - 1] === '>' ? range.end - 1 : range.end;
  const place = { start: end - id.length, end };
  return idsOf(note)
    .near(foldId(id), MOST_OFFERS)
    .map((name, index) => ({
      title: `Change to \`#${name}\``,
      preferred: index === 0,
      edits: [{ range: place, newText: name }],
    }));
}
