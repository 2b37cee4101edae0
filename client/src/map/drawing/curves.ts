import { type Point, type Rectangle, SIGN_DISTANCE, SIGN_RADIUS } from './geometry';

/** How a link is drawn. */
export interface Drawn {
  /** In the syntax of SVG paths. */
  readonly path: string;
  /** Where the sign of what it does is. */
  readonly sign: Point;
  /** What it takes up, so that it is drawn where that is in sight. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room for the mark at the end of a link. */
const MARK = 9;
/** Radius of corners. */
const CORNER = 7;
/** How far above a box an undercut runs. */
const CLEARANCE = 9;

/** How far along an arc its sign is: near its beginning, where no box is in front of it. */
const SIGN_SHARE = 0.16;

/** From the left edge of a box, leftwards to the right edge of another. */
export function elbowPath(from: Point, to: Point): Drawn {
  const end = { x: to.x + MARK, y: to.y };
  const start = { x: from.x - SIGN_DISTANCE, y: from.y };
  const middle = (start.x + end.x) / 2 - 4;
  const path = `M${at(from)}H${figure(start.x)}C${at({ x: middle, y: start.y })} ${at({ x: middle, y: end.y })} ${at(end)}`;
  return { path, sign: start, ...extent([from, to]) };
}

/**
 * From the left edge of a box, over the box that it hangs under, down to the sign of that one's link. The gap above each
 * box is kept free for it.
 */
export function undercutPath(from: Point, over: Rectangle, sign: Point): Drawn {
  const start = { x: from.x - SIGN_DISTANCE, y: from.y };
  const gutter = over.x + over.width + 18;
  const y = over.y - CLEARANCE;
  const end = { x: sign.x, y: sign.y - SIGN_RADIUS - MARK };
  const path = `M${at(from)}${rounded([start, { x: gutter, y: start.y }, { x: gutter, y }, { x: sign.x, y }, end])}`;
  return { path, sign: start, ...extent([from, { x: sign.x, y }, end]) };
}

/** An arc to the right of both ends. */
export function arcPath(from: Point, to: Point, fromAbove: boolean): Drawn {
  const bulge = 46 + Math.min(150, Math.abs(to.y - from.y) / 6);
  const right = Math.max(from.x, to.x) + bulge;
  const end = fromAbove ? { x: to.x, y: to.y - SIGN_RADIUS - MARK } : { x: to.x + MARK, y: to.y };
  const [first, second] = [{ x: right, y: from.y }, fromAbove ? { x: end.x, y: end.y - 60 } : { x: right, y: end.y }];
  const path = `M${at(from)}C${at(first)} ${at(second)} ${at(end)}`;
  const sign = alongCurve([from, first, second, end], SIGN_SHARE);
  return { path, sign, ...extent([from, end, first, second]) };
}

/** A point of a cubic Bézier curve, some share of its parameter along it. */
function alongCurve([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const u = 1 - t;
  const [first, second, third, last] = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3];
  return {
    x: first * a.x + second * b.x + third * c.x + last * d.x,
    y: first * a.y + second * b.y + third * c.y + last * d.y,
  };
}

/** Straight lines from point to point, with the corners rounded; each line is long enough, or the corner is smaller. */
function rounded(points: readonly Point[]): string {
  let path = '';
  for (let i = 0; i < points.length; i++) {
    const [before, corner, after] = [points[i - 1], points[i] as Point, points[i + 1]];
    if (!before || !after) path += `L${at(corner)}`;
    else path += `L${at(towards(corner, before))}Q${at(corner)} ${at(towards(corner, after))}`;
  }
  return path;
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function extent(points: readonly Point[]): Pick<Drawn, 'left' | 'top' | 'right' | 'bottom'> {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const margin = SIGN_RADIUS + 2;
  return {
    left: Math.min(...xs) - margin,
    top: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    bottom: Math.max(...ys) + margin,
  };
}

function at({ x, y }: Point): string {
  return `${figure(x)},${figure(y)}`;
}

/** A number with a decimal at most. */
function figure(value: number): string {
  return String(Math.round(value * 10) / 10);
}
