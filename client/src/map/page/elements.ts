import type { Shape } from '../drawing/shape';

const SVG = 'http://www.w3.org/2000/svg';

/** A node of SVG made as described. */
export function svgElement<E extends SVGElement = SVGElement>({ tag, attributes, children }: Shape): E {
  const element = document.createElementNS(SVG, tag) as E;
  setAttributes(element, attributes);
  for (const child of children) element.append(typeof child === 'string' ? child : svgElement(child));
  return element;
}

/** Sets attributes that are different; those that are not named stay. */
export function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
  }
}

/** A node of HTML. Attributes that are false are left out. */
export function htmlElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | false>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== false) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
