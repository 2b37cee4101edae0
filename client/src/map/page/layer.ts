import { type Shape, shape } from '../drawing/shape';
import { setAttributes, svgElement } from './elements';

/** A part of the drawing that has a node of its own. */
export interface Item {
  /** Unique in the layer; the node stays the same while it does. */
  readonly key: string;
  /** What its inside is drawn from: drawn anew when one of these is another. */
  readonly version: readonly unknown[];
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly draw: () => readonly (Shape | string)[];
}

/** Nodes for some of many items, kept as long as they are wanted, so that an item that is edited keeps the focus. */
export class Layer {
  readonly element: SVGGElement;
  private readonly nodes = new Map<string, { node: SVGGElement; version: readonly unknown[] }>();

  constructor(name: string, isHidden: boolean) {
    this.element = svgElement(shape('g', { class: name, 'aria-hidden': isHidden && 'true' }));
  }

  nodeOf(key: string): SVGGElement | undefined {
    return this.nodes.get(key)?.node;
  }

  /** Has nodes for these items and no others, in this order. */
  fill(items: readonly Item[]): void {
    const wanted = new Set(items.map(({ key }) => key));
    for (const [key, { node }] of this.nodes) {
      if (wanted.has(key)) continue;
      node.remove();
      this.nodes.delete(key);
    }
    let next = this.element.firstChild;
    for (const item of items) {
      const node = this.node(item);
      if (node === next) next = next.nextSibling;
      else this.element.insertBefore(node, next);
    }
  }

  private node({ key, version, attributes, draw }: Item): SVGGElement {
    let known = this.nodes.get(key);
    if (!known) {
      known = { node: svgElement<SVGGElement>(shape('g', {})), version: [] };
      this.nodes.set(key, known);
    }
    const { node } = known;
    if (known.version.length !== version.length || version.some((part, i) => part !== known.version[i])) {
      node.replaceChildren(...draw().map((child) => (typeof child === 'string' ? child : svgElement(child))));
      known.version = version;
    }
    for (const name of ['aria-expanded']) if (!(name in attributes)) node.removeAttribute(name);
    setAttributes(node, attributes);
    return node;
  }
}
