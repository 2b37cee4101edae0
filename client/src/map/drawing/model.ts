import { applied } from '../shared/difference';
import type { MapContent, MapDifference, SavedState } from '../shared/messages';
import type { BoxWriter } from './boxes';
import { type Filter, isFiltering, NO_FILTER } from './filter';
import { foldable, foldedAtFirst, unfoldedTo } from './forest';
import type { Point, Rectangle } from './geometry';
import { type Lit, NOTHING_LIT, wayFrom } from './lit';
import { EMPTY_SCENE, type Scene, sceneOf } from './scene';
import { Search } from './search';
import * as viewport from './viewport';

/** What is marked on the map. */
export interface Marks {
  readonly lit: Lit;
  /** Key of the statement that keys act on. */
  readonly focus: string | null;
  /** Key of the statement that the cursor of the note is in, or of the box that stands for it. */
  readonly current: string | null;
  /** Keys of the statements that hold what is searched for. */
  readonly found: ReadonlySet<string>;
  /** Key of the result that the search has come to. */
  readonly result: string | null;
}

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Everything about a map that is not drawing: what it shows, what is folded, looked for and marked, and which part is
 * seen. Whatever changes, what the reader looks at stays where it is on the screen.
 */
export class MapModel {
  content: MapContent = { notes: [], statements: [] };
  scene: Scene = EMPTY_SCENE;
  view: viewport.View = { x: 0, y: 0, scale: 1 };
  filter: Filter = NO_FILTER;
  withTied = false;
  private readonly searching = new Search();
  private folded: ReadonlySet<string> = NOBODY;
  /** What a filter has left is all open at first, and is folded by itself. */
  private foldedInFilter: ReadonlySet<string> = NOBODY;
  private size: viewport.Size = { width: 0, height: 0 };
  /** Whether the view is still to be found when the size is known. */
  private isUnseen = true;
  private focusKey: string | null = null;
  private currentKey: string | null = null;
  private hoverKey: string | null = null;
  private isFocusShown = false;
  private marksOnce: Marks | null = null;

  constructor(private readonly writer: Pick<BoxWriter, 'boxOf'>) {}

  /** Shows a content for the first time, as it was when it was kept. */
  show(content: MapContent, saved: SavedState | null): void {
    this.content = content;
    const names = saved?.folded && new Set(saved.folded);
    const isFolded = ({ name }: { name: string }) => names?.has(name);
    this.folded = names
      ? new Set(content.statements.filter(isFolded).map(({ key }) => key))
      : foldedAtFirst(content.statements);
    this.filter = saved ? { speaker: saved.speaker, label: saved.label } : NO_FILTER;
    this.foldedInFilter = NOBODY;
    this.scene = sceneOf(content, this.folds, this.filter, this.writer);
    this.isUnseen = !saved?.view;
    if (saved?.view) this.view = saved.view;
    this.look();
    this.search(saved?.query ?? '');
  }

  /** @throws when the difference does not follow on what is shown */
  change(difference: MapDifference): void {
    this.content = applied(difference, this.content);
    this.rearrange();
    this.find();
  }

  /** What is kept over a reload. */
  saved(): SavedState {
    const folded = this.content.statements.filter(({ key }) => this.folded.has(key)).map(({ name }) => name);
    const { query, withTied, filter, view } = this;
    return {
      note: this.content.notes[0]?.uri ?? '',
      withTied,
      view: this.isUnseen ? null : view,
      folded,
      query,
      ...filter,
    };
  }

  resize(size: viewport.Size): void {
    this.size = size;
    this.look();
  }

  get marks(): Marks {
    this.marksOnce ??= this.mark();
    return this.marksOnce;
  }

  get focus(): string | null {
    return this.scene.forest.trees.has(this.focusKey ?? '') ? this.focusKey : this.firstKey();
  }

  get query(): string {
    return this.searching.query;
  }

  /** How many results there are, and which of them the search has come to (0 for none); null while there is no search. */
  get count(): { place: number; of: number } | null {
    return this.searching.count;
  }

  /** Folds or opens a branch. */
  fold(key: string, isFolded: boolean): void {
    const folded = new Set(this.folds);
    if (isFolded) folded.add(key);
    else folded.delete(key);
    this.setFolded(folded, key);
  }

  foldAll(): void {
    this.setFolded(foldable(this.content.statements));
  }

  unfoldAll(): void {
    this.setFolded(NOBODY);
  }

  /** Opens what stands beside a statement, and it. */
  unfoldSiblings(key: string): void {
    const { roots, trees } = this.scene.forest;
    const tree = trees.get(key);
    if (!tree) return;
    const folded = new Set(this.folds);
    for (const { statement } of tree.parent?.children ?? roots) folded.delete(statement.key);
    this.setFolded(folded, key);
  }

  setFilter(filter: Filter): void {
    this.filter = filter;
    this.foldedInFilter = NOBODY;
    this.rearrange();
    this.find();
  }

  /** Looks for a text; `step` goes to what is found. */
  search(query: string): void {
    this.searching.begin(query, this.content, this.filter);
    this.touch();
  }

  /** Goes to the next result, or the one before; behind the last comes the first. */
  step(by: 1 | -1): void {
    const next = this.searching.step(by);
    if (next !== null) this.uncover(next);
  }

  /** Puts the focus on a statement, opens what it is folded in, and brings it in sight. */
  uncover(key: string): void {
    const folded = unfoldedTo(key, this.content, this.folds);
    if (folded !== this.folds) this.setFolded(folded);
    this.setFocus(key);
  }

  /** Puts the focus on a statement, and it in sight. */
  setFocus(key: string): void {
    this.focusKey = key;
    this.reveal(key);
    this.touch();
  }

  /** Whether the reader uses keys, so that what has the focus is lit. */
  showFocus(isShown: boolean): void {
    if (this.isFocusShown === isShown) return;
    this.isFocusShown = isShown;
    this.touch();
  }

  /** @param reveal whether the statement is brought in sight */
  setCurrent(key: string | null, reveal: boolean): void {
    if (this.currentKey !== key) {
      this.currentKey = key;
      this.touch();
    }
    const shown = this.marks.current;
    if (reveal && shown !== null) this.reveal(shown);
  }

  hover(key: string | null): void {
    if (this.hoverKey === key) return;
    this.hoverKey = key;
    this.touch();
  }

  pan(pixels: Point): void {
    this.see(viewport.panned(this.view, pixels));
  }

  /** @param at pixels from the left upper corner; the middle where it is not given */
  zoom(factor: number, at: Point = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    this.see(viewport.zoomed(this.view, factor, at));
  }

  fit(): void {
    this.see(viewport.fitted(this.scene.layout.bounds, this.size));
  }

  /** Brings a point of the map into the middle. */
  centre({ x, y }: Point): void {
    const { width, height } = viewport.seen(this.view, this.size);
    this.see({ x: x - width / 2, y: y - height / 2, scale: this.view.scale });
  }

  get seen(): Rectangle {
    return viewport.seen(this.view, this.size);
  }

  private see(view: viewport.View): void {
    this.view = view;
    this.isUnseen = false;
  }

  private look(): void {
    if (!this.isUnseen || this.size.width === 0 || this.scene === EMPTY_SCENE) return;
    const { bounds, boxes } = this.scene.layout;
    this.see(viewport.first(bounds, boxes.get(this.firstKey() ?? '') ?? bounds, this.size));
  }

  private reveal(key: string): void {
    const box = this.scene.layout.boxes.get(key);
    if (box && this.size.width > 0) this.see(viewport.revealing(this.view, box, this.size));
  }

  private get folds(): ReadonlySet<string> {
    return isFiltering(this.filter) ? this.foldedInFilter : this.folded;
  }

  private setFolded(folded: ReadonlySet<string>, anchor?: string): void {
    if (isFiltering(this.filter)) this.foldedInFilter = folded;
    else this.folded = folded;
    this.rearrange(anchor);
  }

  /** Lays out anew; a box that the reader looks at stays where it is. */
  private rearrange(anchor = this.anchor()): void {
    const before = this.scene.layout.boxes.get(anchor ?? '');
    this.scene = sceneOf(this.content, this.folds, this.filter, this.writer);
    const shown = anchor === undefined ? null : this.scene.forest.shownFor(anchor);
    const after = this.scene.layout.boxes.get(shown ?? '');
    if (before && after) this.view = viewport.keepingInPlace(this.view, before, after);
    if (this.focusKey !== null) this.focusKey = this.scene.forest.shownFor(this.focusKey);
    this.touch();
    this.look();
  }

  /** What the reader looks at: the focus or the cursor's statement if in sight, or else what is nearest to the middle. */
  private anchor(): string | undefined {
    const { x, y, width, height } = this.seen;
    const { boxes } = this.scene.layout;
    const centre = { x: x + width / 2, y: y + height / 2 };
    let [nearest, least]: [string | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
    for (const [key, box] of boxes) {
      const [across, down] = [box.x + box.width / 2 - centre.x, box.y + box.height / 2 - centre.y];
      const isInSight = Math.abs(across) < width / 2 && Math.abs(down) < height / 2;
      const isMarked = key === this.focusKey || key === this.currentKey;
      const distance = isInSight && isMarked ? 0 : Math.hypot(across, down);
      if (distance < least) [nearest, least] = [key, distance];
    }
    return nearest;
  }

  private find(): void {
    this.searching.again(this.content, this.filter);
    this.touch();
  }

  private touch(): void {
    this.marksOnce = null;
  }

  private mark(): Marks {
    const { forest, links } = this.scene;
    const lit = this.hoverKey ?? (this.isFocusShown ? this.focus : null);
    return {
      lit: lit === null ? NOTHING_LIT : wayFrom(lit, forest, links),
      focus: this.focus,
      current: this.currentKey === null ? null : forest.shownFor(this.currentKey),
      found: this.searching.found,
      result: this.searching.result,
    };
  }

  private firstKey(): string | null {
    const [first] = this.scene.forest.trees.keys();
    return first ?? null;
  }
}
