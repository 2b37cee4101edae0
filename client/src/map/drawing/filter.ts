import type { Label, MapStatement } from '../shared/messages';

/** What is looked for. */
export interface Filter {
  /** Null for anybody; an empty name for statements that nobody in particular says. */
  readonly speaker: string | null;
  readonly label: Label | null;
}

export const NO_FILTER: Filter = { speaker: null, label: null };

export function isFiltering({ speaker, label }: Filter): boolean {
  return speaker !== null || label !== null;
}

/** Whether a statement passes a filter. */
export function passes(statement: MapStatement, { speaker, label }: Filter): boolean {
  if (label !== null && statement.label !== label) return false;
  return speaker === null || foldedCase(statement.speaker ?? '') === foldedCase(speaker);
}

/** The speakers of some statements, each once, in the order of the alphabet. */
export function speakersOf(statements: readonly MapStatement[]): string[] {
  const names = new Map<string, string>();
  for (const { speaker } of statements) {
    if (speaker !== null && !names.has(foldedCase(speaker))) names.set(foldedCase(speaker), speaker);
  }
  return [...names.values()].sort((a, b) => a.localeCompare(b));
}

/**
 * Keys of the statements that hold all words of a query, in their own words, speaker or id, in the order of the list.
 * Capitals and marks on letters do not matter.
 */
export function findAll(statements: readonly MapStatement[], query: string): string[] {
  const words = foldedCase(query)
    .split(/\s+/)
    .filter((word) => word);
  if (words.length === 0) return [];
  const holdsAll = (text: string) => words.every((word) => text.includes(word));
  return statements.filter((statement) => holdsAll(searchText(statement))).map(({ key }) => key);
}

const SEARCH_TEXTS = new WeakMap<MapStatement, string>();

function searchText(statement: MapStatement): string {
  let text = SEARCH_TEXTS.get(statement);
  if (text === undefined) {
    const { id, speaker } = statement;
    text = foldedCase([id === null ? '' : `#${id}`, speaker ?? '', statement.text].join(' '));
    SEARCH_TEXTS.set(statement, text);
  }
  return text;
}

/** A text without capitals, without marks on letters, and without the `@` of a name. */
export function foldedCase(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/^@/, '');
}
