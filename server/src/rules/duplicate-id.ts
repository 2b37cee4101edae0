import { foldId, type Point } from '../argument/argument';
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
  },
  check: ({ note }) => {
    const sites = sitesOf(note.argument.points);
    const free = new FreeIds(note);
    return note.argument.points.flatMap(({ index, statement: { id } }) => {
      if (!id || note.argument.byId.get(foldId(id.name)) === index) return [];
      return finding(note, id, sites.get(foldId(id.name)) ?? [], free);
    });
  },
};

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

function finding(note: Note, id: Named, sites: readonly Named[], free: FreeIds): Finding {
  const related = sites.slice(0, MOST_RELATED).filter((site) => site !== id);
  const shown = note.text.slice(id.range.start, id.range.end);
  return {
    range: withMark(id.range),
    message: `\`#${shown}\` is the id of a statement above already, and references mean that one. Give this one another.`,
    related: related.map(
      (site, order): RelatedPlace => ({
        note: note.uri,
        range: withMark(site.range),
        message: order === 0 ? 'The first, which references mean.' : 'The same id again.',
      }),
    ),
    fixes: () => {
      const name = free.like(id.name);
      return [{ title: `Change to \`#${name}\``, preferred: true, edits: [{ range: id.range, newText: name }] }];
    },
  };
}

function withMark({ start, end }: TextRange): TextRange {
  return { start: start - 1, end };
}

/** Ids that no statement of a note has. */
class FreeIds {
  /** The number that comes next for a name, so that asking for every copy of one id stays linear. */
  private readonly next = new Map<string, number>();

  constructor(private readonly note: Note) {}

  /** `a-2` for `a`, or the next number that is free; `a-3` for `a-2`. */
  like(name: string): string {
    const base = name.replace(/-\d{1,9}$/, '');
    let number = this.next.get(base) ?? 2;
    while (this.note.argument.byId.has(foldId(`${base}-${number}`))) number++;
    this.next.set(base, number);
    return `${base}-${number}`;
  }
}
