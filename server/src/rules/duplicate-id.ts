import { foldId, type Point } from '../argument/argument';
import type { Structure } from '../argument/structure';
import type { TextRange } from '../syntax/textRange';
import type { Named } from '../syntax/tree';
import type { Note } from '../workspace/note';
import type { Finding, RelatedPlace, Rule } from './rule';

/** An id that an earlier statement of the note has already. */
export const duplicateId: Rule = {
  meta: {
    id: 'duplicate-id',
    severity: 'error',
    description: 'Two statements of a note have the same id.',
    tags: ['references'],
    // Whoever meant a later one has to see that references mean the first: applied together, but never on saving.
    fixAll: true,
  },
  check: ({ note }) => {
    // Mostly there is no copy: then nobody has to be asked for.
    if (!hasCopies(note)) return [];
    const { points, byId } = note.argument;
    const sites = sitesOf(points);
    const copies = points.flatMap(({ index, statement: { id } }) =>
      id && byId.get(foldId(id.name)) !== index ? id : [],
    );
    const names = new FreeIds(note, copies);
    return copies.map((id) => finding(note, id, sites.get(foldId(id.name)) ?? [], names));
  },
};

const HAVE_COPIES = new WeakMap<Structure, boolean>();

/** Whether there are more statements with an id than ids. Cost: the blocks, once as long as the ids stay the same. */
function hasCopies({ tree, argument: { structure } }: Note): boolean {
  let known = HAVE_COPIES.get(structure);
  if (known === undefined) {
    let given = 0;
    for (const green of tree.green) if (green.kind === 'statement' && green.header.id !== null) given++;
    known = given > structure.byId.size;
    HAVE_COPIES.set(structure, known);
  }
  return known;
}

/** Each id, folded, with every place that it is given to a statement at. */
function sitesOf(points: readonly Point[]): Map<string, Named[]> {
  const sites = new Map<string, Named[]>();
  for (const { statement } of points) {
    if (!statement.id) continue;
    const name = foldId(statement.id.name);
    const known = sites.get(name);
    if (known) known.push(statement.id);
    else sites.set(name, [statement.id]);
  }
  return sites;
}

/** Places that are listed with a finding, so that a thousand copies of one id do not list a million. */
const MOST_RELATED = 10;

function finding(note: Note, id: Named, sites: readonly Named[], names: FreeIds): Finding {
  const related = sites.slice(0, MOST_RELATED).filter((site) => site !== id);
  const shown = note.text.slice(id.range.start, id.range.end);
  return {
    range: withMark(id.range),
    message: `'#${shown}' is the id of a statement above already, and references mean that one. Give this one another.`,
    related: related.map(
      (site, order): RelatedPlace => ({
        note: note.uri,
        range: withMark(site.range),
        message: order === 0 ? 'The first, which references mean.' : 'The same id again.',
      }),
    ),
    fixes: () => {
      const name = names.of(id);
      return [{ title: `Change to '#${name}'`, preferred: true, edits: [{ range: id.range, newText: name }] }];
    },
  };
}

function withMark({ start, end }: TextRange): TextRange {
  return { start: start - 1, end };
}

/** Ids that no statement has, one for each copy of an id: distinct, so that all can be given at once. */
class FreeIds {
  private namesOnce: ReadonlyMap<Named, string> | undefined;

  constructor(
    private readonly note: Note,
    private readonly copies: readonly Named[],
  ) {}

  /** Cost: all copies, when first asked. */
  of(copy: Named): string {
    this.namesOnce ??= this.names();
    return this.namesOnce.get(copy) as string;
  }

  /** `a-2` for `a`, or the next number that is free; `a-3` for `a-2`. */
  private names(): Map<Named, string> {
    const next = new Map<string, number>();
    return new Map(
      this.copies.map((copy) => {
        const base = copy.name.replace(/-\d{1,9}$/, '');
        let number = next.get(base) ?? 2;
        while (this.note.argument.byId.has(foldId(`${base}-${number}`))) number++;
        next.set(base, number + 1);
        return [copy, `${base}-${number}`];
      }),
    );
  }
}
