/** What a name at the cursor means, and everywhere it is named: the ground of going to, finding and renaming. */
import { foldId } from '../argument/argument';
import { foldSpeaker } from '../argument/speakers';
import { blockAt } from '../syntax/noteTree';
import { type TextRange, touches } from '../syntax/textRange';
import type { Statement } from '../syntax/tree';
import { type IdMention, type Mention, mentionsIn, type Naming } from '../workspace/mentions';
import type { Note } from '../workspace/note';
import type { Notes, PointOf, StatementOf } from '../workspace/notes';

/** Something that has a name. */
export type Entity =
  | { readonly kind: 'statement'; readonly of: StatementOf }
  | { readonly kind: 'speaker'; readonly name: string };

/** What is meant at a place, and by which name; a statement is also meant by its keyword. */
export interface Meant {
  readonly entity: Entity;
  readonly mention: Mention | null;
  readonly range: TextRange;
}

/** A place in some note where something is named. */
export interface Occurrence {
  readonly note: Note;
  readonly mention: Mention;
}

/** What is meant at an offset; null where nothing is, or a reference leads nowhere. Cost: the block. */
export function meantAt(notes: Notes, note: Note, offset: number): Meant | null {
  const mention = mentionAt(note, offset);
  if (mention?.kind === 'speaker') {
    return { entity: { kind: 'speaker', name: mention.name }, mention, range: mention.range };
  }
  if (mention) {
    const of = statementMeant(notes, note, mention);
    return of && { entity: { kind: 'statement', of }, mention, range: mention.whole };
  }
  const index = blockAt(note.tree, offset);
  const block = note.tree.block(index);
  if (block.kind !== 'statement' || !touches(block.keywordRange, offset)) return null;
  const of = { note, index: note.argument.firstFrom(index) };
  return { entity: { kind: 'statement', of }, mention: null, range: block.keywordRange };
}

/** The name that an offset touches; the id of a reference comes before its note's path. Cost: the block. */
export function mentionAt(note: Note, offset: number): Mention | undefined {
  const here = mentionsIn(note.tree, blockAt(note.tree, offset));
  return (
    here.find(({ range }) => touches(range, offset)) ??
    here.find((mention) => mention.kind === 'id' && touches(mention.whole, offset))
  );
}

/** The statement that an id means; null where there is none. */
export function statementMeant(notes: Notes, note: Note, mention: IdMention): StatementOf | null {
  if (mention.role === 'definition') return { note, index: note.argument.firstFrom(mention.block) };
  return notes.locate(note, mention);
}

/** The statement of a number. */
export function statementOf({ note, index }: StatementOf): Statement {
  return note.tree.block(note.argument.blocks[index] as number) as Statement;
}

/**
 * Every place that names something: in the note asked from, then in others, in the order of notes.
 * @param within the only note to look into; all notes where not given. Cost: linear in the notes that may name it
 */
export function occurrencesOf(notes: Notes, from: Note, entity: Entity, within?: Note): Occurrence[] {
  return entity.kind === 'speaker'
    ? (within ? [within] : notes.names.speaking(from, entity.name)).flatMap((note) => naming(note, entity.name))
    : (within ? [within] : notes.names.around(entity.of.note)).flatMap((note) => meaning(notes, note, entity.of));
}

function naming(note: Note, name: string): Occurrence[] {
  const folded = foldSpeaker(name);
  const isMeant = (mention: Naming) => mention.kind === 'speaker' && foldSpeaker(mention.name) === folded;
  return note.mentionsWhere(isMeant).map((mention) => ({ note, mention }));
}

/** Of two statements with one id the first is meant: the other is named by nothing but its own header. */
function meaning(notes: Notes, note: Note, of: StatementOf): Occurrence[] {
  const { id } = statementOf(of);
  if (!id) return [];
  const folded = foldId(id.name);
  const named = note.mentionsWhere((mention) => mention.kind === 'id' && foldId(mention.id) === folded);
  return named.flatMap((mention) => {
    if (mention.kind !== 'id') return [];
    const meant = statementMeant(notes, note, mention);
    return meant?.note === of.note && meant.index === of.index ? { note, mention } : [];
  });
}

/** The statement whose lines an offset is in; null between statements. Cost: logarithmic. */
export function statementAt(note: Note, offset: number): PointOf | null {
  const block = blockAt(note.tree, offset);
  if (note.tree.green[block]?.kind !== 'statement') return null;
  const point = note.argument.point(note.argument.firstFrom(block));
  return point ? { note, point } : null;
}
