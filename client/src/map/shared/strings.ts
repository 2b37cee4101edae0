import type { Kind, Label, Relation } from './messages';

/** Everything that the page says, in the language of the editor. `{0}`, `{1}` stand for what is filled in. */
export interface Strings {
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly labels: Readonly<Record<Label, string>>;
  readonly relations: Readonly<Record<Relation, string>>;
  /** Name of the tree, with the title of the note. */
  readonly map: string;
  readonly tools: string;
  readonly search: string;
  readonly searchHint: string;
  readonly found: string;
  readonly foundNothing: string;
  readonly speaker: string;
  readonly anySpeaker: string;
  readonly nobody: string;
  readonly label: string;
  readonly anyLabel: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly foldAll: string;
  readonly unfoldAll: string;
  readonly withTied: string;
  readonly exportSvg: string;
  readonly exportPng: string;
  readonly minimap: string;
  readonly by: string;
  readonly folded: string;
  readonly nothingYet: string;
  readonly noStatements: string;
  readonly noMatches: string;
  readonly zoomed: string;
  readonly legend: string;
}

/** Fills in what a text has places for. */
export function filled(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (place, order: string) => String(values[Number(order)] ?? place));
}
