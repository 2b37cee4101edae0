import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml';

/** An element of a feed. Names are without their namespace's prefix, which feeds may choose. */
export interface AtomElement {
  readonly name: string;
  readonly children: readonly AtomElement[];
  readonly text: string;
}

/**
 * Reads XML whole, or not at all: null for text that is not well-formed, breaks off, or is nested deeper than any feed.
 * Entities that a document defines are unknown here, so nothing in it can grow when it is read. Cost: linear.
 */
export function parseAtom(text: string): AtomElement | null {
  try {
    const { root } = parseXml(text);
    return root ? elementOf(root, 0) : null;
  } catch {
    // Also a nesting that the stack does not hold.
    return null;
  }
}

const DEEPEST = 50;

function elementOf(element: XmlElement, depth: number): AtomElement {
  if (depth > DEEPEST) throw new Error('nested too deep');
  const children = element.children.filter((node: XmlNode) => node instanceof XmlElement);
  return {
    name: element.name.slice(element.name.indexOf(':') + 1),
    children: children.map((child) => elementOf(child, depth + 1)),
    text: element.text,
  };
}

export function childrenOf(element: AtomElement, name: string): AtomElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first child of a name; null where there is none, or nothing in it. */
export function textOf(element: AtomElement, name: string): string | null {
  const text = element.children.find((child) => child.name === name)?.text ?? '';
  return text.trim() === '' ? null : text;
}
