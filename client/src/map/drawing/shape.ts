/** An element of SVG, described: the page makes a node of it, and an export a line of text. */
export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Shape | string)[];
}

/** A shape; attributes without a value are left out. */
export function shape(
  tag: string,
  attributes: Readonly<Record<string, string | number | null | undefined | false>>,
  ...children: readonly (Shape | string | null | false)[]
): Shape {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined && entry[1] !== false,
  );
  const isThere = (child: Shape | string | null | false): child is Shape | string => child !== null && child !== false;
  return { tag, attributes: Object.fromEntries(given), children: children.filter(isThere) };
}

/** Names of classes, those that are there. */
export function classes(...names: readonly (string | null | undefined | false)[]): string {
  return names.filter((name) => name).join(' ');
}

/** A shape as XML text. Cost: linear; shapes are not deep. */
export function toXml({ tag, attributes, children }: Shape): string {
  const given = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
  if (children.length === 0) return `<${tag}${given.join('')}/>`;
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : toXml(child)));
  return `<${tag}${given.join('')}>${inner.join('')}</${tag}>`;
}

/** Text in XML 1.0: some characters must be written otherwise, and some cannot be written at all. */
function escaped(text: string): string {
  return text
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
