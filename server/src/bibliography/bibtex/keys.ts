import type { TextRange } from '../../syntax/textRange';
import type { Field } from './fields';

/** Fields in which entries name others, one or several. */
export const NAMING_FIELDS: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata', 'related', 'entryset']);

/** Where a key is named in the text of an entry. */
interface NamedKey {
  readonly range: TextRange;
  /** True where it stands without braces or quotation marks. */
  readonly isBare: boolean;
}

/** Where fields name a key. @param text that the fields stand in, as are the ranges */
export function namedIn(text: string, fields: readonly Field[], key: string): NamedKey[] {
  return fields.flatMap(({ pieces }) =>
    pieces.flatMap(({ start, end, isName }) =>
      listed(text, start, end, key).map((range) => ({ range, isBare: isName })),
    ),
  );
}

/** The places of a key in a list with commas. */
function listed(text: string, start: number, end: number, key: string): TextRange[] {
  const found: TextRange[] = [];
  let at = start;
  for (const item of text.slice(start, end).split(',')) {
    const from = at + item.length - item.trimStart().length;
    if (item.trim() === key) found.push({ start: from, end: from + key.length });
    at += item.length + 1;
  }
  return found;
}

/** See `Entries.faultOfKey`. What BibTeX or biber stops at; what the scan takes is more. */
export function faultOfBibtexKey(key: string): string | null {
  const [wrong] = /[\s"#%'(),=\\{}~]/.exec(key) ?? [];
  return wrong === undefined ? null : `a key in BibTeX has no '${wrong}'`;
}
