import { type Point, type Relation, relationTo } from '../argument/argument';
import type { Label } from '../argument/labelling';
import { effectOf } from '../argument/links';
import { hash } from '../syntax/hash';
import type { Note } from '../workspace/note';
import type { Notes, PointOf } from '../workspace/notes';
import { shortened } from '../workspace/shortened';
import { type FlatStatement, flatArgument } from './flatArgument';
import { parentsFirst } from './statementKeys';

/** UTF-16 units of a statement that the map is given: what a box can show, and some more to search in. */
const LONGEST_TEXT = 400;

/** What the map shows: one note, or notes that refer to each other. */
export interface ArgumentMap {
  /** The note asked for comes first. */
  readonly notes: readonly { readonly uri: string; readonly version: number | null; readonly title: string | null }[];
  readonly statements: readonly MapStatement[];
}

/** A statement of the map; `parent` and `to` are indices over all notes. */
export interface MapStatement extends FlatStatement {
  readonly note: number;
  /** The heading that it stands under. */
  readonly section: string | null;
  readonly label: Label | null;
  readonly links: readonly MapLink[];
}

export interface MapLink {
  readonly to: number;
  readonly relation: Relation | null;
  /** Whether it counts, as far as labels go. */
  readonly force: 'in' | 'out' | 'undecided';
}

/**
 * The argument of a note as the map shows it. Cost: linear in the notes shown.
 * @param withTied whether all notes that references tie to it are shown with it
 */
export function argumentMap(notes: Notes, note: Note, withTied: boolean): ArgumentMap {
  const others = withTied ? notes.tiedTo(note).filter((other) => other !== note) : [];
  const shown = [note, ...others];
  const builder = new Builder(notes);
  for (const one of shown) builder.place(one);
  return {
    notes: shown.map(({ uri, version, title }) => ({ uri, version, title })),
    statements: shown.flatMap((one, order) => builder.statementsOf(one, order)),
  };
}

/** Numbers the statements of all notes first, so that links may lead to any of them. */
class Builder {
  /** The number of each statement, by its index in the note. */
  private readonly places = new Map<Note, Int32Array>();
  private size = 0;

  constructor(private readonly notes: Notes) {}

  place(note: Note): void {
    const places = new Int32Array(note.argument.points.length);
    for (const { index } of parentsFirst(note.argument)) places[index] = this.size++;
    this.places.set(note, places);
  }

  statementsOf(note: Note, order: number): MapStatement[] {
    const points = parentsFirst(note.argument);
    const sections = sectionsOf(note);
    const first = (points[0] && this.placeOf({ note, point: points[0] })) ?? 0;
    return flatArgument(note).map((statement, i) => {
      const point = points[i] as Point;
      return {
        ...statement,
        // The note asked for keeps its keys whether others are shown with it or not.
        key: order === 0 ? statement.key : `${hash(note.key)}${statement.key}`,
        parent: statement.parent === null ? null : first + statement.parent,
        text: shortened(statement.text, LONGEST_TEXT),
        note: order,
        section: sections[point.index] ?? null,
        label: this.notes.labelOf({ note, point }),
        links: this.linksOf({ note, point }),
      };
    });
  }

  private linksOf(of: PointOf): MapLink[] {
    const links = new Map<number, MapLink>();
    for (const that of this.notes.repliedTo(of)) {
      const to = this.placeOf(that);
      if (to === undefined || links.has(to)) continue;
      const relation = relationTo(of.point.statement.keyword, that.point.statement.keyword);
      links.set(to, { to, relation, force: this.forceOf(of, that) });
    }
    return [...links.values()];
  }

  /** Questions, answers and concessions change no label: their links always count for what they are. */
  private forceOf(of: PointOf, that: PointOf): MapLink['force'] {
    const [{ note, point }, { statement: meant }] = [of, that.point];
    if (effectOf(point.statement.keyword, meant.keyword) === null) return 'in';
    const standing = this.notes.standing(note);
    const to = { note: that.note, index: that.point.index };
    return standing.isWithdrawn({ note, index: point.index }, to) ? 'out' : standing.link(note, point.index);
  }

  /** Undefined for a statement of a note that is not shown. */
  private placeOf({ note, point }: PointOf): number | undefined {
    return this.places.get(note)?.[point.index];
  }
}

/** The heading above each statement; headings that only name a speaker are none. */
function sectionsOf({ tree, argument }: Note): (string | null)[] {
  const { blocks } = argument;
  const sections: (string | null)[] = [];
  let section: string | null = null;
  tree.green.forEach(({ kind }, i) => {
    if (kind === 'statement' && blocks[sections.length] === i) sections.push(section);
    const block = kind === 'heading' ? tree.block(i) : undefined;
    if (block?.kind === 'heading') section = tree.text.slice(block.title.start, block.title.end).trim() || null;
  });
  return sections;
}
