import { CompletionItemKind } from 'vscode-languageserver-types';
import { blockAt } from '../../syntax/noteTree';
import type { Note } from '../../workspace/note';
import type { Notes } from '../../workspace/notes';
import { isSnapshot } from '../../workspace/noteUri';
import { relativePath } from '../../workspace/relativePath';
import { shortened } from '../../workspace/shortened';
import { fuzzyScore } from '../fuzzy';
import { statementOf } from '../named';
import type { Context, ReferencePlace } from './context';
import type { Draft } from './draft';

/** Ids and notes that are offered at once; where there are more, the client asks again as more is typed. */
const MOST = 200;

/** UTF-16 units of a statement beside its id. */
const LONGEST_TEXT = 80;

/** What is offered, and whether more is there than that. */
export interface Offers {
  readonly drafts: Draft[];
  readonly isIncomplete: boolean;
}

/** The ids of the note that is meant, the nearest first. Cost: linear in its ids. */
export function idOffers(notes: Notes, note: Note, context: Context & { kind: 'id' }): Offers {
  const { token, path, place } = context;
  const meant = path === null ? note : notes.noteOf(note, path);
  if (!meant) return { drafts: [], isIncomplete: false };
  const typed = note.text.slice(token.start + 1, token.cursor);
  const closing = closingOf(note, token.end, place);
  return ids(note, meant, token.start, typed, (id) => `#${id}${closing}`);
}

/** The ids of the note itself, and the paths of all others. Cost: linear in ids and notes. */
export function referenceOffers(notes: Notes, note: Note, context: Context & { kind: 'reference' }): Offers {
  const { token, place } = context;
  const typed = note.text.slice(token.start, token.cursor).replace(/^</, '');
  const space = place === 'target' && /[>,]/.test(note.text[token.start - 1] ?? '') ? ' ' : '';
  const closing = place === 'text' ? closingOf(note, token.end, place) : '';
  const own =
    place === 'angled'
      ? { drafts: [], isIncomplete: false }
      : ids(note, note, token.start, typed, (id) => `${space}#${id}${closing}`);
  const others = paths(notes, note, typed, (path) => `${space}${writtenPath(path, place)}#`);
  return {
    drafts: [...own.drafts, ...others.drafts],
    isIncomplete: own.isIncomplete || others.isIncomplete,
  };
}

function ids(from: Note, of: Note, offset: number, typed: string, write: (id: string) => string): Offers {
  const block = blockAt(of.tree, offset);
  const here = of === from ? of.argument.firstFrom(block) : 0;
  // Nobody answers the line that the answer is written in.
  const isBeingWritten = of === from && of.argument.blocks[here] === block && isInHeader(of, here, offset);
  const fitting = best(
    [...of.argument.byId]
      .map(([id, index]) => ({ id, index }))
      .filter(({ index }) => !isBeingWritten || index !== here),
    typed,
    ({ id }) => id,
    // What stands above is what people answer: the nearest first, and what comes below after that.
    ({ index }) => (index < here ? here - index : of.argument.blocks.length + index),
  );
  const drafts = fitting.shown.map(({ index }): Draft => {
    const { id } = statementOf({ note: of, index });
    const text = shortened(of.argument.point(index)?.text ?? '', LONGEST_TEXT);
    const name = id?.name ?? '';
    return {
      label: `#${name}`,
      kind: CompletionItemKind.Reference,
      newText: write(name),
      // Who does not remember the id types words of the statement.
      filterText: `#${name} ${text}`,
      description: text,
      data: { uri: of.uri, id: name },
    };
  });
  return { drafts, isIncomplete: fitting.isIncomplete };
}

function isInHeader(note: Note, index: number, offset: number): boolean {
  const { header } = statementOf({ note, index });
  return header.start <= offset && offset <= header.end;
}

function paths(notes: Notes, note: Note, typed: string, write: (path: string) => string): Offers {
  const all = notes.all().flatMap((other) => {
    if (other === note || isSnapshot(other.uri)) return [];
    const path = relativePath(note.key, other.referenceName);
    return path === null ? [] : { path, uri: other.uri };
  });
  const depth = (path: string) => path.split('/').length;
  const fitting = best(
    all,
    typed,
    ({ path }) => path,
    ({ path }) => depth(path),
  );
  const drafts = fitting.shown.map(
    ({ path, uri }): Draft => ({
      label: path,
      kind: CompletionItemKind.File,
      newText: write(path),
      data: { uri },
      goesOn: true,
    }),
  );
  return { drafts, isIncomplete: fitting.isIncomplete };
}

/** Those that can be offered at once: only where they are too many the server looks at what has been typed. */
function best<T>(all: readonly T[], typed: string, nameOf: (one: T) => string, distance: (one: T) => number) {
  const wanted = typed.toLowerCase();
  const isIncomplete = all.length > MOST;
  const fitting = isIncomplete ? all.filter((one) => fuzzyScore(wanted, nameOf(one).toLowerCase()) !== null) : all;
  const ordered = fitting.map((one) => ({ one, at: distance(one) })).sort((a, b) => a.at - b.at);
  return { shown: ordered.slice(0, MOST).map(({ one }) => one), isIncomplete };
}

/** A path in a target, in angle brackets where it needs them; they end behind the id. */
function writtenPath(path: string, place: ReferencePlace): string {
  const isAngled = place === 'angled' || (place === 'target' && /[\s#,:()<>]/.test(path));
  return isAngled ? `<${path}` : path;
}

/** What has to stand behind an id, as far as it does not yet. */
function closingOf({ text }: Note, end: number, place: ReferencePlace): string {
  if (place === 'target') return '';
  const closing = place === 'angled' ? '>' : ']]';
  let written = 0;
  while (written < closing.length && text[end + written] === closing[written]) written++;
  return closing.slice(written);
}
