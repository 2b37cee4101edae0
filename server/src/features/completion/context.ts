/**
 * What could be completed at a place, from the line as it has been typed so far: a line that is being written fits no
 * grammar yet.
 */
import { columnAfter, skipBlank } from '../../syntax/columns';
import { parseHeader } from '../../syntax/header';
import { blockAt } from '../../syntax/noteTree';
import { firstOpaque } from '../../syntax/pieces';
import { KEYWORDS } from '../../syntax/tree';
import type { Note } from '../../workspace/note';
import { typedKey } from './citationContext';
import type { Token } from './draft';
import { frontMatterContext } from './frontMatterContext';

export type Context =
  /** The first word of a line. */
  | { readonly kind: 'keyword'; readonly token: Token; readonly column: number }
  /** Behind `->`, a comma or `[[`: the path of a note, or `#id`. */
  | { readonly kind: 'reference'; readonly token: Token; readonly place: ReferencePlace }
  /** `#…`, of this note or of that of a path. */
  | { readonly kind: 'id'; readonly token: Token; readonly path: string | null; readonly place: ReferencePlace }
  /** Inside the parentheses of a header or heading. */
  | { readonly kind: 'speaker'; readonly token: Token }
  /** Behind `@` in brackets or a `cite:` line; in braces the key may hold anything. */
  | { readonly kind: 'citekey'; readonly token: Token; readonly isBraced: boolean }
  /** Behind `@` in a text. */
  | { readonly kind: 'participant'; readonly token: Token }
  | { readonly kind: 'directive'; readonly token: Token; readonly isClosed: boolean }
  | { readonly kind: 'rule'; readonly token: Token; readonly named: readonly string[] }
  | { readonly kind: 'frontMatterKey'; readonly token: Token }
  | { readonly kind: 'frontMatterValue'; readonly token: Token; readonly key: string };

/** Where a reference stands, which decides how it is written. */
export type ReferencePlace = 'target' | 'angled' | 'text';

/** UTF-16 units in front of the cursor that are looked at: headers and references are shorter. */
const LOOKED_AT = 1000;

/** Null where nothing is offered: in code, quotations, and in the middle of words. Cost: the block. */
export function contextAt(note: Note, offset: number): Context | null {
  const { text, tree } = note;
  const lineStart = tree.lines.start(tree.lines.lineAt(offset));
  const inFrontMatter = frontMatterContext(tree, offset);
  if (inFrontMatter !== undefined) return inFrontMatter;
  if (isInCode(note, offset)) return null;
  const from = Math.max(lineStart, offset - LOOKED_AT);
  const before = text.slice(from, offset);
  const comment = commentBefore(note, offset);
  if (comment !== null) return directiveContext(note, comment, offset);
  if (/^\s*>/.test(before)) return null;
  return (
    (from === lineStart ? lineContext(note, lineStart, offset, before) : null) ?? textContext(note, offset, before)
  );
}

function isInCode(note: Note, offset: number): boolean {
  const { tree } = note;
  const opaque = firstOpaque(tree, offset - 1, offset);
  if (opaque?.kind === 'code' && opaque.start < offset && offset < opaque.end) return true;
  const block = tree.block(blockAt(tree, offset));
  const isIn = ({ start, end }: { start: number; end: number }) => start < offset && offset < end;
  if (block.kind === 'code') return isIn(block);
  return block.kind === 'statement' && block.parts.some((part) => part.kind === 'code' && isIn(part));
}

/** Offset of the comment that an offset is in, closed or not; null where it is in none. */
function commentBefore({ tree, text }: Note, offset: number): number | null {
  const opaque = firstOpaque(tree, offset - 1, offset);
  if (opaque?.kind === 'comment') return opaque.start < offset && offset < opaque.end ? opaque.start : null;
  const lineStart = tree.lines.start(tree.lines.lineAt(offset));
  const line = text.slice(Math.max(lineStart, offset - LOOKED_AT), offset);
  const opened = line.lastIndexOf('<!--');
  return opened >= 0 && !line.includes('-->', opened) ? offset - line.length + opened : null;
}

function directiveContext({ text, tree }: Note, start: number, offset: number): Context | null {
  const inside = text.slice(start, Math.min(offset, start + LOOKED_AT));
  const [, word] = /^<!--\s*([a-z-]*)$/.exec(inside) ?? [];
  if (word !== undefined) {
    const token = tokenAt(text, offset - word.length, offset, /[a-z-]/);
    // The dashes of the comment's end are no part of the word.
    const closing = text.slice(offset, tree.lines.end(tree.lines.lineAt(offset))).indexOf('-->');
    const isClosed = closing >= 0;
    const end = isClosed ? Math.min(token.end, offset + closing) : token.end;
    return { kind: 'directive', token: { ...token, end }, isClosed };
  }
  const [, names] = /^<!--\s*debate-(?:disable|enable)[a-z-]*\s(.*)$/s.exec(inside) ?? [];
  if (names === undefined || /(?:^|\s)--(?:\s|$)/.test(names)) return null;
  const [typed = ''] = /[^\s,]*$/.exec(names) ?? [];
  const named = names
    .slice(0, names.length - typed.length)
    .split(/[\s,]+/)
    .filter((name) => name !== '');
  return { kind: 'rule', token: tokenAt(text, offset - typed.length, offset, /[a-z]|-(?!->)/), named };
}

const START = /^\s*(?:[-*+]\s+)?/;
const WORD_ONLY = /^\p{L}*$/u;
const KEYWORD_BEGUN = new RegExp(`^(?:${KEYWORDS.join('|')})(?=[^\\p{L}]|$)`, 'iu');
const ID_UNIT = /[\p{L}\p{M}\p{N}_-]/u;

/** What depends on how the line begins: keywords, and the attributes of a header. */
function lineContext({ text }: Note, lineStart: number, offset: number, before: string): Context | null {
  const heading = /^#{1,6}[ \t]+\(([^)]*)$/.exec(before);
  if (heading) return speakerContext(text, offset, heading[1] ?? '');
  const [indentation = ''] = START.exec(before) ?? [];
  const content = before.slice(indentation.length);
  if (WORD_ONLY.test(content)) {
    const column = columnAfter(text, lineStart, skipBlank(text, lineStart, offset));
    return { kind: 'keyword', token: tokenAt(text, offset - content.length, offset, /\p{L}/u), column };
  }
  const keyword = KEYWORD_BEGUN.exec(content)?.[0];
  if (keyword === undefined) return null;
  // A header that is over by now is followed by text.
  if (parseHeader(before, indentation.length, before.length)) return null;
  return attributeContext(text, offset, content.slice(keyword.length));
}

/** @param attributes what stands behind the keyword */
function attributeContext(text: string, offset: number, attributes: string): Context | null {
  const blank = (written: string) => ' '.repeat(written.length);
  const unfinished = attributes.replace(/\([^)]*\)/g, blank);
  const speaker = /^\s[^()]*\(([^)]*)$/.exec(unfinished);
  if (speaker) return speakerContext(text, offset, speaker[1] ?? '');
  const arrow = unfinished.indexOf('->');
  if (arrow < 0) return null;
  const targets = unfinished.slice(arrow + 2).replace(/<[^<>]*>/g, blank);
  const angled = /<(?<path>[^<>#]*)(?<id>#[\p{L}\p{M}\p{N}_-]*)?$/u.exec(targets)?.groups;
  if (angled) {
    return referenceContext(text, offset, { place: 'angled', path: `<${angled['path']}`, id: angled['id'] });
  }
  const last = targets.slice(targets.lastIndexOf(',') + 1).trimStart();
  const target = /^(?<path>[^\s#,:()<>]*)(?<id>#[\p{L}\p{M}\p{N}_-]*)?$/u.exec(last)?.groups;
  return target
    ? referenceContext(text, offset, { place: 'target', path: target['path'] ?? '', id: target['id'] })
    : null;
}

function speakerContext(text: string, offset: number, written: string): Context {
  const typed = written.replace(/^\s*@?/, '');
  return { kind: 'speaker', token: tokenAt(text, offset - typed.length, offset, /[^()\r\n:]/) };
}

/** What can stand in any text. */
function textContext(note: Note, offset: number, before: string): Context | null {
  const { text } = note;
  const reference = /\[\[(?<path>[^[\]#]*)(?<id>#[\p{L}\p{M}\p{N}_-]*)?$/u.exec(before)?.groups;
  if (reference) {
    return referenceContext(text, offset, { place: 'text', path: reference['path'] ?? '', id: reference['id'] });
  }
  const typed = typedKey(note, offset, before);
  if (typed) {
    const { key, isBraced } = typed;
    const unit = isBraced ? /[^\s{}\]]/ : /[\p{L}\p{M}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_])/u;
    return { kind: 'citekey', token: tokenAt(text, offset - key.length, offset, unit), isBraced };
  }
  const [, name] = /(?<![\p{L}\p{N}@._/-])@([\p{L}\p{M}\p{N}_.'’-]*)$/u.exec(before) ?? [];
  if (name === undefined) return null;
  return { kind: 'participant', token: tokenAt(text, offset - name.length, offset, ID_UNIT) };
}

interface WrittenReference {
  readonly place: ReferencePlace;
  /** With the opening angle bracket, if there is one. */
  readonly path: string;
  /** With its mark; undefined while there is none. */
  readonly id: string | undefined;
}

function referenceContext(text: string, offset: number, { place, path, id }: WrittenReference): Context {
  if (id === undefined) {
    const unit = place === 'text' ? /[^[\]#\r\n]/ : place === 'angled' ? /[^<>#\r\n]/ : /[^\s#,:()<>]/;
    return { kind: 'reference', token: tokenAt(text, offset - path.length, offset, unit), place };
  }
  const named = path.replace(/^</, '').trim();
  const token = tokenAt(text, offset - id.length, offset, ID_UNIT);
  return { kind: 'id', token, path: named || null, place };
}

/** The word around a cursor: from `start` to where what stands behind is no more part of it. */
function tokenAt(text: string, start: number, cursor: number, unit: RegExp): Token {
  let end = cursor;
  while (end < cursor + LOOKED_AT) {
    // One character, and what decides whether it is one of the word.
    const next = text.slice(end, end + 3);
    const found = unit.exec(next)?.[0];
    if (found === undefined || !next.startsWith(found)) break;
    end += found.length;
  }
  return { start, cursor, end };
}
