import type { BoxWriter } from './boxes';
import { boxClasses, drawBand, drawBox, NO_MARKS } from './drawBox';
import { drawLink } from './drawLink';
import type { Layout } from './layout';
import type { Link } from './links';
import { shape, toXml } from './shape';
import { linkEnds } from './signs';

/** Around the drawing, in its units. */
const MARGIN = 24;

/** The most that a picture of dots is wide or high, so that every browser can make one. */
const MOST_PIXELS = 8192;

/** A drawing, and its size in its units. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * All that is shown as an SVG file that needs nothing else.
 * @param style rules of CSS, without variables: what shows the file may know none
 */
export function drawingOf(
  layout: Layout,
  links: readonly Link[],
  writer: BoxWriter,
  style: string,
  title: string,
): Drawing {
  const left = Math.min(layout.bounds.x, ...links.map((link) => link.left)) - MARGIN;
  const top = Math.min(layout.bounds.y, ...links.map((link) => link.top)) - MARGIN;
  const right = Math.max(layout.bounds.x + layout.bounds.width, ...links.map((link) => link.right)) + MARGIN;
  const bottom = Math.max(layout.bounds.y + layout.bounds.height, ...links.map((link) => link.bottom)) + MARGIN;
  const [width, height] = [Math.ceil(right - left), Math.ceil(bottom - top)];
  const boxes = [...layout.boxes.values()].map((placed) =>
    shape(
      'g',
      { class: boxClasses(placed, NO_MARKS), transform: `translate(${placed.x} ${placed.y})` },
      ...drawBox(placed, writer.boxOf(placed.tree.statement), true),
    ),
  );
  const root = shape(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'drawing',
      width,
      height,
      viewBox: `${Math.floor(left)} ${Math.floor(top)} ${width} ${height}`,
    },
    shape('title', {}, title),
    shape('style', {}, style),
    linkEnds(),
    shape('rect', { class: 'paper', x: Math.floor(left), y: Math.floor(top), width, height }),
    ...layout.bands.map(drawBand),
    ...links.filter(({ isBranch }) => !isBranch).map((link) => drawLink(link, false)),
    ...links.filter(({ isBranch }) => isBranch).map((link) => drawLink(link, false)),
    ...boxes,
  );
  return { svg: `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`, width, height };
}

/** Pixels per unit of a picture of dots: two where that is not too large. */
export function pixelScale({ width, height }: Pick<Drawing, 'width' | 'height'>): number {
  return Math.min(2, MOST_PIXELS / Math.max(1, width, height));
}

/**
 * A style sheet with its variables filled in.
 * @param lookUp the value of a variable; empty where it has none, so that what the sheet falls back on is taken
 */
export function withValues(style: string, lookUp: (variable: string) => string): string {
  let filled = style;
  // From the inside out: what is fallen back on may be a variable, too.
  for (let before = ''; before !== filled; ) {
    before = filled;
    filled = filled.replace(/var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)/g, (_, name, fallback = '') =>
      (lookUp(name) || fallback).trim(),
    );
  }
  return filled;
}
