import { skipBlank } from '../../syntax/columns';
import { parseHeader } from '../../syntax/header';
import type { NoteTree } from '../../syntax/tree';
import type { Context } from './context';

/** Lines that a front matter without an end may have: more are no longer being typed. */
const MOST_LINES = 50;

/**
 * What could be completed in a note's front matter; undefined outside. While its end has not been typed, it goes from
 * `---` on the first line as far as there are lines of YAML.
 */
export function frontMatterContext(tree: NoteTree, offset: number): Context | null | undefined {
  const { text, lines } = tree;
  const number = lines.lineAt(offset);
  if (number === 0 || !isIn(tree, offset, number)) return undefined;
  const lineStart = lines.start(number);
  const before = text.slice(lineStart, offset);
  const lineEnd = lines.end(number);
  const [, key] = /^(\w*)$/.exec(before) ?? [];
  if (key !== undefined) {
    const [rest = ''] = /^\w*/.exec(text.slice(offset, lineEnd)) ?? [];
    const token = { start: lineStart, cursor: offset, end: offset + rest.length };
    return { kind: 'frontMatterKey', token };
  }
  const value = /^(?<key>\w+):[ \t]*(?:\[(?:[^\]]*,)?[ \t]*)?(?<typed>[^[\],]*)$/.exec(before)?.groups;
  if (value) return valueContext(value['key'] ?? '', value['typed'] ?? '', offset, lineEnd, text);
  const item = /^[ \t]*-[ \t]+(?<typed>.*)$/.exec(before)?.groups;
  return item ? valueContext(keyAbove(tree, number), item['typed'] ?? '', offset, lineEnd, text) : null;
}

function valueContext(key: string, typed: string, offset: number, lineEnd: number, text: string): Context {
  const [rest = ''] = /^[^[\],]*/.exec(text.slice(offset, lineEnd)) ?? [];
  const token = { start: offset - typed.length, cursor: offset, end: offset + rest.trimEnd().length };
  return { kind: 'frontMatterValue', token, key };
}

function isIn(tree: NoteTree, offset: number, number: number): boolean {
  const { text, lines } = tree;
  const first = tree.block(0);
  if (first.kind === 'frontMatter') return offset >= first.yaml.start && number < first.lastLine;
  if (!/^\ufeff?---[ \t]*$/.test(text.slice(0, lines.end(0))) || number > MOST_LINES) return false;
  for (let above = 1; above <= number; above++) {
    const [start, end] = [lines.start(above), lines.end(above)];
    const isYaml = above === number || /^(?:\w+:|[ \t]*-[ \t]|[ \t]+\S|#)/.test(text.slice(start, end));
    if (!isYaml || parseHeader(text, skipBlank(text, start, end), end)) return false;
  }
  return true;
}

/** The key whose list an item belongs to. */
function keyAbove({ text, lines }: NoteTree, number: number): string {
  for (let above = number - 1; above > Math.max(0, number - MOST_LINES); above--) {
    const [, key] = /^(\w+):/.exec(text.slice(lines.start(above), lines.end(above))) ?? [];
    if (key !== undefined) return key;
  }
  return '';
}
