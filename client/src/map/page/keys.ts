import type { Forest } from '../drawing/forest';
import type { Point } from '../drawing/geometry';
import { actionOf } from '../drawing/keyboard';
import { TypeAhead } from '../drawing/typeAhead';

const ZOOM_STEP = 1.25;

/** What keys do on the map. */
export interface KeyTarget {
  /** Key of the statement that has the focus. */
  readonly focus: string | null;
  readonly forest: Forest;
  /** Puts the focus on a statement. */
  focusOn(key: string): void;
  fold(key: string, isFolded: boolean): void;
  unfoldSiblings(key: string): void;
  /** Goes to the line of a statement. */
  goTo(key: string): void;
  glideBy(pixels: Point): void;
  zoomBy(factor: number): void;
  fit(): void;
  focusSearch(): void;
  escape(): void;
}

/** Listens to keys pressed on the map. */
export class Keys {
  private readonly typeAhead = new TypeAhead();

  constructor(
    surface: SVGSVGElement,
    private readonly target: KeyTarget,
  ) {
    surface.addEventListener('keydown', (event) => this.press(event));
  }

  private press(event: KeyboardEvent): void {
    const { target } = this;
    const action = actionOf(event, target.focus, target.forest);
    if (!action) return;
    event.preventDefault();
    switch (action.type) {
      case 'focus':
        target.focusOn(action.key);
        break;
      case 'fold':
      case 'unfold':
        target.fold(action.key, action.type === 'fold');
        break;
      case 'unfoldSiblings':
        target.unfoldSiblings(action.key);
        break;
      case 'goTo':
        target.goTo(action.key);
        break;
      case 'typed':
        this.type(action.letter);
        break;
      case 'pan':
        target.glideBy(action);
        break;
      case 'zoomIn':
        target.zoomBy(ZOOM_STEP);
        break;
      case 'zoomOut':
        target.zoomBy(1 / ZOOM_STEP);
        break;
      case 'fit':
        target.fit();
        break;
      case 'search':
        target.focusSearch();
        break;
      case 'leave':
        target.escape();
        break;
    }
  }

  private type(letter: string): void {
    const { focus, forest } = this.target;
    const key = this.typeAhead.type(letter, performance.now(), focus, forest);
    if (key !== null) this.target.focusOn(key);
  }
}
