import type { Point, Rectangle } from './geometry';

/** Which part of the map is seen: the point at the left upper corner, and pixels per unit. */
export interface View extends Point {
  readonly scale: number;
}

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** As far as hands go; all of a large map may be smaller. */
export const LEAST_SCALE = 0.02;
export const GREATEST_SCALE = 3;

/** Pixels around what is fitted in. */
const MARGIN = 28;

/** Moves what is seen by some pixels: the map follows a hand that drags it. */
export function panned({ x, y, scale }: View, pixels: Point): View {
  return { x: x - pixels.x / scale, y: y - pixels.y / scale, scale };
}

/** Makes larger or smaller around a point of the screen, which stays where it is. */
export function zoomed(view: View, factor: number, { x, y }: Point): View {
  // Where all of the map is smaller yet, it does not jump.
  const least = Math.min(LEAST_SCALE, view.scale);
  const scale = Math.min(GREATEST_SCALE, Math.max(least, view.scale * factor));
  return { x: view.x + x / view.scale - x / scale, y: view.y + y / view.scale - y / scale, scale };
}

/** Shows all of a rectangle, in the middle, and no larger than it is. */
export function fitted({ x, y, width, height }: Rectangle, size: Size): View {
  const room = { width: Math.max(1, size.width - 2 * MARGIN), height: Math.max(1, size.height - 2 * MARGIN) };
  const scale = Math.min(1, room.width / Math.max(1, width), room.height / Math.max(1, height));
  return { x: x + width / 2 - size.width / 2 / scale, y: y + height / 2 - size.height / 2 / scale, scale };
}

/**
 * How a map is first seen: all of it where that can be read, or else its beginning.
 * @param start what is to be in sight: the first box, which is not always at the top
 */
export function first(bounds: Rectangle, start: Rectangle, size: Size, leastScale = 0.85): View {
  const whole = fitted(bounds, size);
  if (whole.scale >= leastScale) return whole;
  const scale = leastScale;
  const corner = { x: bounds.x - MARGIN / scale, y: bounds.y - MARGIN / scale, scale };
  return { ...corner, y: revealing(corner, start, size).y };
}

/** Moves as little as is needed for a rectangle to be in sight; what is larger than the screen shows its beginning. */
export function revealing(view: View, target: Rectangle, size: Size): View {
  const margin = MARGIN / view.scale;
  const along = (seen: number, length: number, start: number, extent: number) => {
    const [least, most] = [start + extent + margin - length, start - margin];
    return Math.min(most, Math.max(least, seen));
  };
  return {
    x: along(view.x, size.width / view.scale, target.x, target.width),
    y: along(view.y, size.height / view.scale, target.y, target.height),
    scale: view.scale,
  };
}

/** What is seen, in units of the map. */
export function seen({ x, y, scale }: View, { width, height }: Size): Rectangle {
  return { x, y, width: width / scale, height: height / scale };
}

export function toMap({ x, y, scale }: View, pixel: Point): Point {
  return { x: x + pixel.x / scale, y: y + pixel.y / scale };
}

export function toScreen({ x, y, scale }: View, point: Point): Point {
  return { x: (point.x - x) * scale, y: (point.y - y) * scale };
}

/** The view in which a point that has moved is where it was on the screen. */
export function keepingInPlace(view: View, before: Point, after: Point): View {
  return { x: view.x + after.x - before.x, y: view.y + after.y - before.y, scale: view.scale };
}
