import type { Point } from '../drawing/geometry';

/** What hands and wheels do on the map; points are pixels from its left upper corner. */
export interface GestureTarget {
  pan(pixels: Point): void;
  zoom(factor: number, at: Point): void;
  hover(at: Point | null): void;
  click(at: Point, isDouble: boolean): void;
}

/** Pixels that a pointer may move and still click. */
const SLACK = 4;

/** How much a turn of the wheel zooms. */
const WHEEL_ZOOM = 0.0022;
const PINCH_ZOOM = 0.012;
/** Pixels of a line, for wheels that count in lines. */
const LINE = 18;

/**
 * Drag to pan, wheel to pan (with Control or Command, or by a pinch on a touchpad, to zoom), two fingers to pan and
 * zoom, click.
 */
export class Gestures {
  /** Where the pointers that are down are. */
  private readonly pointers = new Map<number, Point>();
  private start: Point | null = null;
  private isDrag = false;

  constructor(
    private readonly surface: SVGSVGElement,
    private readonly target: GestureTarget,
  ) {
    surface.addEventListener('pointerdown', (event) => this.down(event));
    surface.addEventListener('pointermove', (event) => this.move(event));
    surface.addEventListener('pointerup', (event) => this.up(event));
    surface.addEventListener('pointercancel', (event) => this.cancel(event));
    surface.addEventListener('pointerleave', () => target.hover(null));
    surface.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    // Assistive technology clicks without a pointer going down.
    surface.addEventListener('click', (event) => event.detail === 0 && target.click(this.pointOf(event), false));
  }

  private down(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.pointers.set(event.pointerId, this.pointOf(event));
    this.start = this.pointers.size === 1 ? this.pointOf(event) : null;
    this.isDrag = this.pointers.size > 1;
    this.surface.setPointerCapture(event.pointerId);
  }

  private move(event: PointerEvent): void {
    const now = this.pointOf(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType !== 'touch') this.target.hover(now);
      return;
    }
    if (this.start && Math.hypot(now.x - this.start.x, now.y - this.start.y) > SLACK) {
      this.isDrag = true;
      this.start = null;
      this.target.hover(null);
      this.surface.classList.add('dragging');
    }
    if (!this.isDrag) return;
    const [first] = [...this.pointers].flatMap(([id, point]) => (id === event.pointerId ? [] : point));
    if (first) this.pinch(first, before, now);
    else this.target.pan({ x: now.x - before.x, y: now.y - before.y });
    this.pointers.set(event.pointerId, now);
  }

  /** One of two fingers moves. */
  private pinch(other: Point, before: Point, now: Point): void {
    const apart = (point: Point) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    this.target.pan({ x: (now.x - before.x) / 2, y: (now.y - before.y) / 2 });
    this.target.zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }

  private up(event: PointerEvent): void {
    const isClick = this.pointers.has(event.pointerId) && !this.isDrag;
    this.cancel(event);
    if (isClick) this.target.click(this.pointOf(event), event.detail > 1);
  }

  private cancel(event: PointerEvent): void {
    this.pointers.delete(event.pointerId);
    if (this.pointers.size === 0) this.surface.classList.remove('dragging');
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
    const [x, y] = [event.deltaX * unit, event.deltaY * unit];
    // A pinch on a touchpad comes as a wheel with Control, in small steps.
    if (event.ctrlKey || event.metaKey) {
      const speed = Math.abs(y) < 50 ? PINCH_ZOOM : WHEEL_ZOOM;
      this.target.zoom(Math.exp(-y * speed), this.pointOf(event));
    } else this.target.pan(event.shiftKey && x === 0 ? { x: -y, y: 0 } : { x: -x, y: -y });
  }

  private pointOf(event: MouseEvent): Point {
    const { left, top } = this.surface.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}
