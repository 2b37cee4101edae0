import type { Filter } from '../drawing/filter';
import { type Shape, shape } from '../drawing/shape';
import type { ImageFormat, Label } from '../shared/messages';
import { filled, type Strings } from '../shared/strings';
import { htmlElement, svgElement } from './elements';

/** What the tools ask for. */
export interface ToolTarget {
  search(query: string): void;
  /** Goes to the result after the one that is shown, or before it. */
  step(by: 1 | -1): void;
  filter(filter: Filter): void;
  zoomBy(factor: number): void;
  fit(): void;
  foldAll(): void;
  unfoldAll(): void;
  showTied(withTied: boolean): void;
  exportAs(format: ImageFormat): void;
  /** Puts the focus on the map. */
  leave(): void;
}

const ICONS = {
  zoomOut: 'M3 8h10',
  zoomIn: 'M3 8h10M8 3v10',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  foldAll: 'M4.5 2.5L8 6l3.5-3.5M4.5 13.5L8 10l3.5 3.5',
  unfoldAll: 'M4.5 5.5L8 2l3.5 3.5M4.5 10.5L8 14l3.5-3.5',
  tied: 'M6.5 9.5l3-3M7 4.5l1-1a3.2 3.2 0 0 1 4.5 4.5l-1 1M9 11.5l-1 1A3.2 3.2 0 0 1 3.5 8l1-1',
};

/** Search, filters, zoom, folds and exports above the map. */
export class Toolbar {
  readonly element: HTMLElement;
  private readonly search: HTMLInputElement;
  private readonly count = htmlElement('span', { class: 'count', 'aria-hidden': 'true' });
  private readonly speaker: HTMLSelectElement;
  private readonly label: HTMLSelectElement;
  private readonly tied: HTMLButtonElement;
  private speakers: readonly string[] = [];

  constructor(
    private readonly strings: Strings,
    private readonly target: ToolTarget,
  ) {
    this.search = this.searchBox();
    this.speaker = this.choice(strings.speaker);
    this.label = this.choice(strings.label);
    const filters = [this.speaker, this.label].map((box) => htmlElement('span', { class: 'choice' }, box, chevron()));
    const labels = Object.entries(strings.labels).map(([label, name]) => new Option(name, label));
    this.label.replaceChildren(new Option(strings.anyLabel, '*'), ...labels);
    this.tied = button(strings.withTied, ICONS.tied, () => target.showTied(this.tied.ariaPressed !== 'true'));
    this.element = htmlElement(
      'div',
      { class: 'toolbar' },
      htmlElement('div', { class: 'group grows' }, this.search, this.count),
      htmlElement('div', { class: 'group' }, ...filters),
      oneStop(strings.tools, this.buttons()),
    );
  }

  focusSearch(): void {
    this.search.focus();
    this.search.select();
  }

  /** Shows what is asked for, as after a reload. */
  show(query: string, { speaker, label }: Filter, withTied: boolean): void {
    this.search.value = query;
    this.speaker.value = speaker === null ? '*' : `=${speaker}`;
    this.label.value = label ?? '*';
    this.tied.ariaPressed = String(withTied);
  }

  /** Offers these speakers; the one that is chosen stays so. */
  offer(speakers: readonly string[]): void {
    if (JSON.stringify(speakers) === JSON.stringify(this.speakers)) return;
    this.speakers = speakers;
    const { value } = this.speaker;
    const names = speakers.map((name) => new Option(name, `=${name}`));
    const { anySpeaker, nobody } = this.strings;
    this.speaker.replaceChildren(new Option(anySpeaker, '*'), ...names, new Option(nobody, '='));
    this.speaker.value = [...this.speaker.options].some((option) => option.value === value) ? value : '*';
  }

  /** How many results there are, and which of them is shown; null while nothing is searched for. */
  showCount(count: { place: number; of: number } | null): string {
    const { found, foundNothing } = this.strings;
    const text = count === null ? '' : count.of === 0 ? foundNothing : filled(found, count.place, count.of);
    this.count.textContent = text;
    return text;
  }

  private searchBox(): HTMLInputElement {
    const { search, searchHint } = this.strings;
    const box = htmlElement('input', {
      type: 'search',
      placeholder: searchHint,
      'aria-label': search,
      spellcheck: 'false',
    });
    box.addEventListener('input', () => this.target.search(box.value));
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.target.step(event.shiftKey ? -1 : 1);
      else if (event.key === 'Escape') this.escape(box);
      else return;
      event.preventDefault();
    });
    return box;
  }

  /** First takes the search away, then leads back to the map. */
  private escape(box: HTMLInputElement): void {
    if (box.value === '') this.target.leave();
    box.value = '';
    this.target.search('');
  }

  private choice(name: string): HTMLSelectElement {
    const box = htmlElement('select', { 'aria-label': name, title: name });
    box.addEventListener('change', () => {
      const [speaker, label] = [this.speaker.value, this.label.value];
      this.target.filter({
        speaker: speaker.startsWith('=') ? speaker.slice(1) : null,
        label: label === '*' ? null : (label as Label),
      });
    });
    return box;
  }

  private buttons(): HTMLButtonElement[] {
    const { strings, target } = this;
    return [
      button(strings.zoomOut, ICONS.zoomOut, () => target.zoomBy(1 / 1.25)),
      button(strings.zoomIn, ICONS.zoomIn, () => target.zoomBy(1.25)),
      button(strings.fit, ICONS.fit, () => target.fit()),
      button(strings.foldAll, ICONS.foldAll, () => target.foldAll()),
      button(strings.unfoldAll, ICONS.unfoldAll, () => target.unfoldAll()),
      this.tied,
      button(strings.exportSvg, 'SVG', () => target.exportAs('svg')),
      button(strings.exportPng, 'PNG', () => target.exportAs('png')),
    ];
  }
}

/**
 * Buttons that are one stop for the Tab key, with arrows between them: by the toolbar pattern of the ARIA Authoring
 * Practices Guide, https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/.
 */
function oneStop(name: string, buttons: readonly HTMLButtonElement[]): HTMLElement {
  const made = htmlElement('div', { class: 'group', role: 'toolbar', 'aria-label': name }, ...buttons);
  const stopAt = (stop: HTMLButtonElement) => {
    for (const one of buttons) one.tabIndex = one === stop ? 0 : -1;
  };
  made.addEventListener('focusin', ({ target }) => stopAt(target as HTMLButtonElement));
  made.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const last = buttons.length - 1;
    const steps: Readonly<Record<string, number>> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons.at(next % buttons.length)?.focus();
  });
  if (buttons[0]) stopAt(buttons[0]);
  return made;
}

/** @param icon the pen's way in a square of 16 units, or some capitals */
function button(name: string, icon: string, act: () => void): HTMLButtonElement {
  const isWord = /^[A-Z]+$/.test(icon);
  const inside = isWord ? icon : svgElement(iconShape(icon));
  const made = htmlElement('button', { type: 'button', title: name, 'aria-label': name }, inside);
  made.addEventListener('click', act);
  return made;
}

/** Points down, in front of a box that offers choices. */
function chevron(): SVGElement {
  return svgElement(iconShape('M4.5 6.5L8 10l3.5-3.5'));
}

function iconShape(d: string): Shape {
  const attributes = { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' };
  return shape('svg', attributes, shape('path', { d }));
}
