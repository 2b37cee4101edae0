import { applied } from '../shared/difference';
import type { MapContent, MapDifference, SavedState } from '../shared/messages';
import type { BoxWriter } from './boxes';
import { type Filter, findAll, NO_FILTER, passes } from './filter';
import { foldable, foldedAtFirst, unfoldedTo } from './forest';
import type { Point, Rectangle } from './geometry';
import { type Lit, NOTHING_LIT, wayFrom } from './lit';
import { EMPTY_SCENE, type Scene, sceneOf } from './scene';
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
  query = '';
  withTied = false;
  private folded: ReadonlySet<string> = NOBODY;
  private size: viewport.Size = { width: 0, height: 0 };
  /** Whether the view is still to be found when the size is known. */
  private isUnseen = true;
  private results: readonly string[] = [];
  private found: ReadonlySet<string> = NOBODY;
  private result: string | null = null;
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
    this.query = saved?.query ?? '';
    this.scene = sceneOf(content, this.folded, this.filter, this.writer);
    this.isUnseen = !saved?.view;
    if (saved?.view) this.view = saved.view;
    this.look();
    this.search(this.query);
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

  /** How many results there are, and which of them the search has come to (0 for none); null while there is no search. */
  get count(): { place: number; of: number } | null {
    if (this.query.trim() === '') return null;
    return { place: this.results.indexOf(this.result ?? '') + 1, of: this.results.length };
  }

  /** Folds or opens a branch. */
  fold(key: string, isFolded: boolean): void {
    const folded = new Set(this.folded);
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

  setFilter(filter: Filter): void {
    this.filter = filter;
    this.rearrange();
    this.find();
  }

  /** Looks for a text; `step` goes to what is found. */
  search(query: string): void {
    this.query = query;
    this.result = null;
    this.find();
  }

  /** Goes to the next result, or the one before; behind the last comes the first. */
  step(by: 1 | -1): void {
    const { results } = this;
    const at = this.result === null ? (by > 0 ? -1 : 0) : results.indexOf(this.result);
    const next = results[(at + by + results.length) % results.length];
    if (next === undefined) return;
    this.result = next;
    this.unfoldTo(next);
    this.setFocus(next);
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
    this.see(viewport.first(this.scene.layout.bounds, this.size));
  }

  private reveal(key: string): void {
    const box = this.scene.layout.boxes.get(key);
    if (box && this.size.width > 0) this.see(viewport.revealing(this.view, box, this.size));
  }

  private setFolded(folded: ReadonlySet<string>, anchor?: string): void {
    this.folded = folded;
    this.rearrange(anchor);
  }

  private unfoldTo(key: string): void {
    const folded = unfoldedTo(key, this.content, this.folded);
    if (folded !== this.folded) this.setFolded(folded);
  }

  /** Lays out anew; a box that the reader looks at stays where it is. */
  private rearrange(anchor = this.anchor()): void {
    const before = this.scene.layout.boxes.get(anchor ?? '');
    this.scene = sceneOf(this.content, this.folded, this.filter, this.writer);
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
    const wanted = new Set(findAll(this.content.statements, this.query));
    const found = this.content.statements.filter((one) => wanted.has(one.key) && passes(one, this.filter));
    this.results = found.map(({ key }) => key);
    this.found = new Set(this.results);
    if (this.result !== null && !this.found.has(this.result)) this.result = null;
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
      found: this.found,
      result: this.result,
    };
  }

  private firstKey(): string | null {
    const [first] = this.scene.forest.trees.keys();
    return first ?? null;
  }
}
