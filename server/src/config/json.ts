/** JSON files that people write, with places: comments and trailing commas are no faults. */
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { TextRange } from '../syntax/textRange';

/** Something wrong in a file; offsets are UTF-16 units of its text. */
export interface ConfigFault {
  readonly range: TextRange;
  readonly message: string;
}

/** The tree of a text, or what keeps it from being one; neither for an empty text. Never throws. Cost: linear. */
export function readJson(text: string): { readonly root?: Node; readonly fault?: ConfigFault } {
  const errors: ParseError[] = [];
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    const [error] = errors;
    if (error) return { fault: syntaxFault(text, error) };
    if (!root) return {};
    // What is too deep for the parser, or for those who read its tree, is no configuration.
    plainValue(root);
    return { root };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = { start: 0, end: Math.min(1, text.length) };
    return { fault: { range, message: 'This is nested too deeply, so nothing in this file holds.' } };
  }
}

function syntaxFault(text: string, { error, offset, length }: ParseError): ConfigFault {
  const start = Math.min(offset, Math.max(0, text.length - 1));
  const name = printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  return {
    range: { start, end: Math.min(text.length, Math.max(start + length, start + 1)) },
    message: `This is not valid JSON (${name}), so nothing in this file holds.`,
  };
}

export interface Entry {
  readonly key: Node;
  readonly name: string;
  readonly value: Node;
}

/** The keys of an object, in the order they are written in; none of anything else. */
export function entriesOf(node: Node): Entry[] {
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? { key, name: String(key.value), value } : [],
  );
}

export function rangeOf({ offset, length }: Node): TextRange {
  return { start: offset, end: offset + length };
}

/** The plain value of a node. A key of `__proto__` is a key like any other. */
export function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(entriesOf(node).map(({ name, value }) => [name, plainValue(value)]));
}
