import type { BoxWriter } from '../drawing/boxes';
import { type BoxMarks, boxClasses, drawBand, drawBox } from '../drawing/drawBox';
import { drawLink, linkKey } from '../drawing/drawLink';
import { overlap, type Rectangle } from '../drawing/geometry';
import type { Placed } from '../drawing/layout';
import type { Link } from '../drawing/links';
import type { Lit } from '../drawing/lit';
import type { Marks } from '../drawing/model';
import type { Scene } from '../drawing/scene';
import { type Shape, shape } from '../drawing/shape';
import { linkEnds } from '../drawing/signs';
import { spoken } from '../drawing/spoken';
import { type Size, seen, type View } from '../drawing/viewport';
import type { Strings } from '../shared/strings';
import { setAttributes, svgElement } from './elements';
import { Layer } from './layer';
import { Overview } from './overview';

/** Smaller than this, nobody can read what boxes say: where there are many, they are drawn without words. */
const LEAST_READABLE = 0.42;
const MANY = 150;

/** Part of the screen around it that is drawn, too, so that not every step of a hand draws anew. */
const AHEAD = 0.3;

/** The most results of a search that are marked where words cannot be read. */
const MOST_MARKED = 300;

/** The drawing of the map. Only what is in sight, or nearly so, is there as nodes. */
export class Canvas {
  readonly element = svgElement<SVGSVGElement>(
    shape('svg', { class: 'canvas drawing', role: 'tree', tabindex: -1 }, linkEnds()),
  );
  private readonly world = svgElement<SVGGElement>(shape('g', { class: 'world' }));
  private readonly bands = svgElement(shape('g', { 'aria-hidden': 'true' }));
  private readonly overview = new Overview();
  private readonly branches = new Layer('branches', true);
  private readonly boxes = new Layer('boxes', false);
  /** Arcs lead behind the boxes, so that what those say can be read, and in front of them where they are lit. */
  private readonly arcs = new Layer('arcs', true);
  private readonly litArcs = new Layer('arcs', true);
  private drawn: { scene: Scene; area: Rectangle; isReadable: boolean } | null = null;
  private marks: Marks | null = null;

  constructor(
    private readonly writer: BoxWriter,
    private readonly strings: Strings,
  ) {
    const { bands, overview, arcs, branches, boxes, litArcs, world } = this;
    const layers = [overview, arcs, branches, boxes, litArcs].map(({ element }) => element);
    world.append(bands, ...layers);
    this.element.append(world);
  }

  /** Says what the tree is called. */
  name(name: string): void {
    setAttributes(this.element, { 'aria-label': name });
  }

  /** Shows a part of a scene. Cost: of moving the view a little, next to nothing; otherwise a look at every box. */
  draw(scene: Scene, view: View, size: Size, marks: Marks): void {
    const { x, y, scale } = view;
    setAttributes(this.world, { transform: `scale(${scale}) translate(${-x} ${-y})` });
    const area = seen(view, size);
    const isReadable = scale >= LEAST_READABLE || scene.layout.boxes.size <= MANY;
    const before = this.drawn;
    const isDrawn = before?.scene === scene && before.isReadable === isReadable && holds(before.area, area);
    if (isDrawn && this.marks === marks) return;
    if (before?.scene !== scene)
      this.bands.replaceChildren(...scene.layout.bands.map((band) => svgElement(drawBand(band))));
    if (!isDrawn) this.drawn = { scene, area: enlarged(area), isReadable };
    this.marks = marks;
    this.fill(scene, marks);
  }

  /** Puts the focus on the node of a statement. */
  focus(key: string): void {
    this.boxes.nodeOf(key)?.focus({ preventScroll: true });
  }

  /** Whether the focus is on some statement. */
  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  private fill(scene: Scene, marks: Marks): void {
    const { area, isReadable } = this.drawn as NonNullable<Canvas['drawn']>;
    const isSeen = (box: Rectangle) => overlap(box, area);
    const boxes = isReadable ? [...scene.layout.boxes.values()].filter(isSeen) : [];
    const marked = this.marked(scene, marks, isReadable ? () => false : isSeen);
    this.boxes.fill(
      inOrder(scene, [...boxes, ...marked]).map((placed) => ({
        key: placed.tree.statement.key,
        // What is drawn inside follows from these.
        version: [placed.tree.statement, placed.height, placed.tree.hidden, placed.tree.hasChildren],
        attributes: this.boxAttributes(placed, marks),
        draw: () => this.inside(placed),
      })),
    );
    const { lit } = marks;
    const links = scene.links.filter((link) => {
      return isReadable ? overlap(extent(link), area) : lit.links.has(linkKey(link)) && overlap(extent(link), area);
    });
    const drawn = (wanted: (link: Link) => boolean) => links.filter(wanted).map((link) => drawnLink(link, lit));
    this.branches.fill(drawn(({ isBranch }) => isBranch));
    this.arcs.fill(drawn((link) => !link.isBranch && !lit.links.has(linkKey(link))));
    this.litArcs.fill(drawn((link) => !link.isBranch && lit.links.has(linkKey(link))));
    this.overview.show(isReadable ? null : scene);
  }

  /** Boxes that are there whatever is seen, and those that are marked where boxes are drawn without words. */
  private marked(
    { layout, forest }: Scene,
    { focus, current, found, result, lit }: Marks,
    isSeen: (box: Placed) => boolean,
  ) {
    const [first] = forest.trees.keys();
    const always = [focus ?? first, result].flatMap((key) => layout.boxes.get(key ?? '') ?? []);
    const keys = [current ?? '', ...lit.boxes, ...[...found].slice(0, MOST_MARKED)];
    return [...always, ...keys.flatMap((key) => layout.boxes.get(key) ?? []).filter(isSeen)];
  }

  /** The title is what is spoken, and shown to a pointer that rests: it has all words, not those that fit in. */
  private inside(placed: Placed): Shape[] {
    const title = shape('title', {}, spoken(placed.tree, this.strings));
    const drawn = drawBox(placed, this.writer.boxOf(placed.tree.statement));
    return [title, shape('g', { 'aria-hidden': 'true' }, ...drawn)];
  }

  private boxAttributes(placed: Placed, marks: Marks): Record<string, string | number> {
    const { tree, x, y } = placed;
    const { key } = tree.statement;
    const isCurrent = key === marks.current;
    const boxMarks: BoxMarks = {
      isLit: marks.lit.boxes.has(key),
      isCurrent,
      isFound: marks.found.has(key),
      isAtResult: key === marks.result,
    };
    return {
      class: boxClasses(placed, boxMarks),
      transform: `translate(${x} ${y})`,
      role: 'treeitem',
      'data-key': key,
      'aria-level': tree.level,
      'aria-posinset': tree.place,
      'aria-setsize': tree.siblings,
      'aria-current': isCurrent ? 'location' : 'false',
      'aria-selected': key === marks.focus ? 'true' : 'false',
      tabindex: key === marks.focus ? 0 : -1,
      ...(tree.hasChildren && { 'aria-expanded': tree.hidden > 0 ? 'false' : 'true' }),
    };
  }
}

function drawnLink(link: Link, lit: Lit) {
  const isLit = lit.links.has(linkKey(link));
  const { attributes, children } = drawLink(link, isLit);
  return { key: linkKey(link), version: [link], attributes, draw: () => children };
}

/** Each box once, in the order of reading. */
function inOrder({ layout }: Scene, boxes: readonly Placed[]): Placed[] {
  const wanted = new Set(boxes);
  return [...layout.boxes.values()].filter((box) => wanted.has(box));
}

function extent({ left, top, right, bottom }: Link): Rectangle {
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function holds(outer: Rectangle, inner: Rectangle): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    outer.x + outer.width >= inner.x + inner.width &&
    outer.y + outer.height >= inner.y + inner.height
  );
}

function enlarged({ x, y, width, height }: Rectangle): Rectangle {
  const [wide, high] = [width * AHEAD, height * AHEAD];
  return { x: x - wide, y: y - high, width: width + 2 * wide, height: height + 2 * high };
}
