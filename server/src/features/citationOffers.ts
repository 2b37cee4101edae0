import type { Range } from 'vscode-languageserver-types';
import { shortAuthors } from '../bibliography/authorYear';
import type { Summary } from '../bibliography/entries';
import { plainText } from '../bibliography/escape';
import type { Paper } from '../bibliography/paper';
import { searchRank, searchText, searchWords } from '../bibliography/search';
import { citekeyReference, paperKey, writtenForm } from '../citations/paper';
import type { CitationKind, Reference } from '../citations/reference';
import { blockAt } from '../syntax/noteTree';
import type { TextRange } from '../syntax/textRange';
import type { Note } from '../workspace/note';
import type { Notes } from '../workspace/notes';
import { isInGroup } from './completion/citationContext';
import { toTextRange } from './positions';

/** A paper that can be cited. */
export interface CitationOffer {
  /** How it is cited: its key, or its identifier where it comes from no bibliography. */
  readonly name: string;
  /** Who and when; empty where neither is known. */
  readonly who: string;
  readonly title: string;
  /** What takes the place of the range. */
  readonly newText: string;
}

/** UTF-16 units of what is shown. */
const LONGEST = 200;

/**
 * The papers that fit what somebody types to cite one: first those of the note's bibliographies, the best first, then
 * others that were looked up. Cost: linear in the papers.
 * @param range what the citation takes the place of; empty where it is only put in
 * @param query words of the key or identifier, authors, year and title; all papers fit an empty one
 * @param most of them are returned
 */
export function citationOffers(notes: Notes, note: Note, range: Range, query: string, most: number): CitationOffer[] {
  const place = toTextRange(note, range);
  const { found } = notes.bibliographies.of(note).search(query, most);
  const offers = found.map((summary) => offer(note, place, summary, citekeyReference(summary.key)));
  const others = lookedUpFor(notes, note, query).slice(0, most - offers.length);
  return [...offers, ...others.map(({ summary, reference }) => offer(note, place, summary, reference))];
}

function offer(note: Note, place: TextRange, { key, authors, year, title }: Summary, cited: Reference): CitationOffer {
  const who = [shortAuthors(authors), year].filter(Boolean).join(' ');
  return {
    name: plainText(key, LONGEST),
    who: plainText(who, LONGEST),
    title: plainText(title, LONGEST),
    newText: citationAs(note, place, cited),
  };
}

/** Looked-up papers that no bibliography of the note has, the best first. */
function lookedUpFor(notes: Notes, note: Note, query: string): { summary: Summary; reference: Reference }[] {
  const words = searchWords(query);
  const known = notes.bibliographies.of(note);
  const ranked = [...(notes.papers.lookedUp?.known() ?? [])].flatMap(([key, paper]) => {
    const reference = referenceOf(key, paper);
    const summary = summaryOf(writtenForm(reference), paper);
    const rank = searchRank(searchText(summary), words);
    return rank === null || known.entryOf(reference) ? [] : { summary, reference, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank);
}

function summaryOf(name: string, { authors, year, title }: Paper): Summary {
  const families = authors.map(({ family }) => family);
  return { key: name, authors: families, year: year === null ? '' : String(year), title: title ?? '' };
}

/** What a paper is looked up as. */
function referenceOf(key: string, { identifiers, url }: Paper): Reference {
  const [kind = '', id = ''] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  const own = identifiers.find((identifier) => paperKey(identifier) === key);
  return own ? { ...own, version: null } : { kind: kind as CitationKind, id, version: null, url, pdf: null };
}

/**
 * A citation as it has to be written at a place: a key in brackets, but in brackets and `cite:` lines alone; one of
 * several behind a semicolon; never grown together with the words around it.
 */
function citationAs(note: Note, { start, end }: TextRange, reference: Reference): string {
  const { text } = note;
  const written = writtenForm(reference);
  const listed = listBefore(note, start);
  if (listed === null) {
    const citation = reference.kind === 'citekey' ? `[${written}]` : written;
    const gap = /[^\s([{<"'“‘>-]/u.test(text[start - 1] ?? ' ') ? ' ' : '';
    return `${gap}${citation}${/[\p{L}\p{N}@[({]/u.test(text[end] ?? '') ? ' ' : ''}`;
  }
  // Somebody who has typed the mark wants it once.
  if (listed.text.endsWith('@') && written.startsWith('@')) return written.slice(1);
  const gap = hasReference(listed) ? '; ' : /[\s[]/.test(text[start - 1] ?? ' ') ? '' : ' ';
  const behind = text.slice(end, note.tree.lines.end(note.tree.lines.lineAt(end)));
  return `${gap}${written}${/^\s*(?:$|[\];,—])/u.test(behind) ? '' : '; '}`;
}

/** What stands in front of a place in a list of references. */
interface ListBefore {
  /** Since the last semicolon, or else the beginning of the list or of its line. */
  readonly text: string;
  /** In brackets words may stand around a reference, as in `[see @perez2022, p. 3]`. */
  readonly isGroup: boolean;
}

/** Null where no references are listed: outside brackets with citations and `cite:` lines. */
function listBefore(note: Note, offset: number): ListBefore | null {
  const { text, tree } = note;
  const isGroup = isInGroup(note, offset);
  const start = isGroup ? text.lastIndexOf('[', offset - 1) : citeStart(note, offset);
  if (start === null) return null;
  const lineStart = tree.lines.start(tree.lines.lineAt(offset));
  const before = text.slice(isGroup ? start : Math.max(start, lineStart), offset);
  return { text: before.slice(before.lastIndexOf(';') + 1), isGroup };
}

/** Where the references of a `cite:` line begin, if a place is among them and not behind the dash that ends them. */
function citeStart({ text, tree }: Note, offset: number): number | null {
  const block = tree.block(blockAt(tree, offset));
  if (block.kind !== 'statement' || block.keyword !== 'cite' || offset < block.header.end) return null;
  const line = tree.lines.lineAt(offset);
  const from = Math.max(tree.lines.start(line), block.header.end);
  return line > block.lastLine || text.slice(from, offset).includes('—') ? null : block.header.end;
}

function hasReference({ text, isGroup }: ListBefore): boolean {
  return isGroup ? text.includes('@') : text.trim() !== '';
}
