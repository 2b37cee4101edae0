/** Sizes of the map, in its own units: pixels where it is neither enlarged nor made smaller. */
export const BOX_WIDTH = 264;
export const PADDING = 12;
export const TEXT_WIDTH = BOX_WIDTH - 2 * PADDING;
export const HEADER_HEIGHT = 18;
export const LINE_HEIGHT = 17;
/** Lines of text that a box shows at most. */
export const MOST_LINES = 6;

/** Between a column and the next: room for the links. */
export const COLUMN_GAP = 76;
/** Between two boxes of a column that hang under one statement: room for a link that runs above a box. */
export const SIBLING_GAP = 20;
/** The same where they hang under different ones. */
export const COUSIN_GAP = 30;
/** Between two trees. */
export const TREE_GAP = 36;
/** A heading above a tree. */
export const BAND_HEIGHT = 38;

/** How far in front of a box the sign of its link is. */
export const SIGN_DISTANCE = 18;
export const SIGN_RADIUS = 8;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

/** Whether two rectangles have an inner point in common. */
export function overlap(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export function contains({ x, y, width, height }: Rectangle, point: Point): boolean {
  return x <= point.x && point.x <= x + width && y <= point.y && point.y <= y + height;
}

/** The smallest rectangle around some. */
export function around(rectangles: Iterable<Rectangle>): Rectangle {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left > right
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}
