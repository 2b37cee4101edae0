import type { Point, Rectangle } from '../drawing/geometry';
import type { Layout } from '../drawing/layout';
import { shape } from '../drawing/shape';
import { setAttributes, svgElement } from './elements';

/** Pixels. */
const WIDTH = 172;
const HEIGHT = 112;

/** All of the map in small, and what of it is seen. For the mouse alone: the keyboard has other ways. */
export class Minimap {
  readonly element: SVGSVGElement;
  private readonly boxes = svgElement(shape('path', { class: 'minimap-boxes' }));
  private readonly seen = svgElement(shape('rect', { class: 'minimap-seen', rx: 2 }));
  private bounds: Rectangle = { x: 0, y: 0, width: 1, height: 1 };
  private scale = 1;

  /** @param goTo brings a point of the map into the middle */
  constructor(goTo: (point: Point) => void) {
    this.element = svgElement(
      shape('svg', { class: 'minimap', width: WIDTH, height: HEIGHT, 'aria-hidden': 'true', focusable: 'false' }),
    );
    this.element.append(this.boxes, this.seen);
    const follow = (event: PointerEvent) => {
      if (event.buttons % 2 === 0) return;
      const { left, top } = this.element.getBoundingClientRect();
      const { x, y } = this.corner();
      goTo({ x: x + (event.clientX - left) / this.scale, y: y + (event.clientY - top) / this.scale });
    };
    this.element.addEventListener('pointerdown', (event) => {
      this.element.setPointerCapture(event.pointerId);
      follow(event);
    });
    this.element.addEventListener('pointermove', follow);
  }

  /** Shows the boxes of another layout. */
  show({ boxes, bounds }: Layout): void {
    this.bounds = bounds;
    this.scale = Math.min((WIDTH - 12) / Math.max(1, bounds.width), (HEIGHT - 12) / Math.max(1, bounds.height));
    const corner = this.corner();
    const figure = (value: number) => Math.round(value * 10) / 10;
    let path = '';
    for (const { x, y, width, height } of boxes.values()) {
      const [left, top] = [figure((x - corner.x) * this.scale), figure((y - corner.y) * this.scale)];
      const [wide, high] = [figure(Math.max(0.6, width * this.scale)), figure(Math.max(0.6, height * this.scale))];
      path += `M${left} ${top}h${wide}v${high}h${-wide}z`;
    }
    setAttributes(this.boxes, { d: path });
  }

  /** Marks what is seen; all of it, and the small map is not needed. */
  mark(seen: Rectangle): void {
    const corner = this.corner();
    const { x, y, width, height } = this.bounds;
    const isAll = seen.x <= x && seen.y <= y && seen.x + seen.width >= x + width && seen.y + seen.height >= y + height;
    this.element.classList.toggle('needless', isAll);
    setAttributes(this.seen, {
      x: (seen.x - corner.x) * this.scale,
      y: (seen.y - corner.y) * this.scale,
      width: Math.max(2, seen.width * this.scale),
      height: Math.max(2, seen.height * this.scale),
    });
  }

  /** The point of the map at the left upper corner, with the boxes in the middle. */
  private corner(): Point {
    const { x, y, width, height } = this.bounds;
    return { x: x + width / 2 - WIDTH / 2 / this.scale, y: y + height / 2 - HEIGHT / 2 / this.scale };
  }
}
