import type { Reference } from '../../citations/reference';
import { detached } from '../../syntax/detached';
import { describe } from '../csl';
import type { BibliographyProblem, Entries, EntryPlace, FindEntry, KeyEdit, Summary } from '../entries';
import { type IdentifierFields, identifiersOf } from '../identifiers';
import type { Paper } from '../paper';
import { StoredText } from '../storedText';
import { type RawEntry, toCsl } from './convert';
import { type FieldsRead, readFields } from './fields';
import { faultOfBibtexKey, NAMING_FIELDS, namedIn } from './keys';
import { familyNames } from './names';
import { plainTex } from './plainTex';
import { PLACE_SIZE, type Scan, scanBibtex } from './scan';
import { Strings } from './strings';

/** How many entries one may take fields from, one after another. */
const LONGEST_CHAIN = 10;

/** The entries of a text in BibTeX or BibLaTeX. Cost of making it: linear, without reading any entry. */
export class BibtexEntries implements Entries {
  readonly count: number;
  readonly isWhole: boolean;
  readonly problems: readonly BibliographyProblem[];
  private readonly places: Int32Array;
  private readonly keys: readonly string[];
  private readonly broken: ReadonlySet<number>;
  private readonly stored: StoredText;
  private readonly definitions: readonly string[];
  private stringsOnce: Strings | undefined;

  constructor(text: string) {
    const scan = scanBibtex(text);
    this.places = scan.places;
    this.count = scan.places.length / PLACE_SIZE;
    this.isWhole = scan.isWhole;
    this.problems = scan.problems;
    this.broken = scan.broken;
    this.keys = Array.from({ length: this.count }, (_, entry) => {
      const { start, end } = this.place(entry).key;
      return detached(text.slice(start, end));
    });
    this.definitions = scan.strings;
    this.stored = new StoredText(text, boundsOf(scan));
  }

  key(entry: number): string {
    return this.keys[entry] ?? '';
  }

  text(): string {
    return this.stored.whole();
  }

  position(offset: number): { line: number; character: number } {
    return this.stored.position(offset);
  }

  place(entry: number): EntryPlace {
    const [start = 0, keyStart = 0, keyEnd = 0, end = 0] = this.places.subarray(entry * PLACE_SIZE);
    return { entry: { start, end }, key: { start: keyStart, end: keyEnd } };
  }

  isBroken(entry: number): boolean {
    return this.broken.has(entry);
  }

  summary(entry: number, find: FindEntry): Summary {
    const values = this.values(entry, SUMMARY_FIELDS);
    const parent = values['crossref'] === undefined ? undefined : find(values['crossref'].trim());
    const inherited = parent === undefined ? {} : this.values(parent, INHERITED_FIELDS);
    const people = values['author'] || values['editor'] || inherited['editor'] || '';
    const date = values['date'] || values['year'] || inherited['date'] || inherited['year'] || '';
    const [year] = /(?<!\d)\d{4}(?!\d)/.exec(date) ?? [];
    return {
      key: this.key(entry),
      authors: familyNames(people),
      year: year ?? plainTex(date),
      title: plainTex(values['title'] ?? ''),
    };
  }

  identifiers(entry: number): Reference[] {
    return identifiersOf(identifierFields(this.values(entry, IDENTIFIER_FIELDS)));
  }

  paper(entry: number, find: FindEntry): Paper {
    const chain = this.withParents(entry, find);
    const csl = toCsl(chain);
    const identifiers = this.identifiers(entry);
    return {
      ...describe(csl),
      key: this.key(entry),
      doi: identifiers.find(({ kind }) => kind === 'doi')?.id ?? null,
      arxiv: identifiers.find(({ kind }) => kind === 'arxiv')?.id ?? null,
      identifiers,
    };
  }

  fault(entry: number): string | null {
    return this.read(entry).fault;
  }

  withKey(entry: number, newKey: string): KeyEdit[] {
    const edits: KeyEdit[] = [{ range: this.place(entry).key, newText: newKey }];
    const key = this.key(entry);
    for (let other = 0; other < this.count; other++) {
      const { text, fields } = this.read(other, NAMING_FIELDS);
      const { start } = this.place(other).entry;
      for (const { range, isBare } of namedIn(text, fields, key)) {
        const newText = isBare ? `{${newKey}}` : newKey;
        edits.push({ range: { start: start + range.start, end: start + range.end }, newText });
      }
    }
    return edits.sort((a, b) => a.range.start - b.range.start);
  }

  faultOfKey(newKey: string): string | null {
    return faultOfBibtexKey(newKey);
  }

  /** The entry, with fields of those its `xdata` names, and behind it those from which `crossref` takes fields. */
  private withParents(entry: number, find: FindEntry): RawEntry[] {
    const seen = new Set<number>();
    const chain: RawEntry[] = [];
    for (let at: number | undefined = entry; at !== undefined && chain.length < LONGEST_CHAIN; ) {
      seen.add(at);
      const raw = this.raw(at, find);
      const parent = raw.properties['crossref']?.trim();
      const next: number | undefined = parent ? find(parent) : undefined;
      const goesOn = next !== undefined && !seen.has(next) && chain.length + 1 < LONGEST_CHAIN;
      // A chain that bites its tail would be followed for ever.
      const { crossref: _, ...properties } = raw.properties;
      chain.push(goesOn ? raw : { ...raw, properties });
      at = goesOn ? next : undefined;
    }
    return chain;
  }

  private raw(entry: number, find: FindEntry): RawEntry {
    const properties = this.values(entry);
    for (const name of (properties['xdata'] ?? '').split(',')) {
      const from = name.trim() === '' ? undefined : find(name.trim());
      if (from === undefined) continue;
      for (const [field, value] of Object.entries(this.values(from))) properties[field] ??= value;
    }
    delete properties['xdata'];
    const [, type = 'misc'] = /^@\s*([\w+-]+)/.exec(this.stored.part(entry)) ?? [];
    return { type: type.toLowerCase(), label: this.key(entry), properties };
  }

  /** The values of an entry's fields in LaTeX, of all or of some. Where a field stands twice, the first counts. */
  private values(entry: number, wanted?: ReadonlySet<string>): Record<string, string> {
    const values: Record<string, string> = {};
    const { text, fields } = this.read(entry, wanted);
    for (const field of fields) {
      if (!Object.hasOwn(values, field.name) && field.name !== '__proto__')
        values[field.name] = this.strings.valueOf(text, field);
    }
    return values;
  }

  private read(entry: number, wanted?: ReadonlySet<string>): FieldsRead & { readonly text: string } {
    const { entry: whole, key } = this.place(entry);
    const text = this.stored.part(entry);
    const end = this.isBroken(entry) ? text.length : text.length - 1;
    return { text, ...readFields(text, key.end - whole.start, end, wanted) };
  }

  private get strings(): Strings {
    this.stringsOnce ??= new Strings(this.definitions);
    return this.stringsOnce;
  }
}

/** Start and end of every entry, in turn. */
function boundsOf({ places }: Scan): Int32Array {
  const bounds = new Int32Array((places.length / PLACE_SIZE) * 2);
  for (let i = 0; i < places.length / PLACE_SIZE; i++) {
    bounds[2 * i] = places[i * PLACE_SIZE] as number;
    bounds[2 * i + 1] = places[i * PLACE_SIZE + PLACE_SIZE - 1] as number;
  }
  return bounds;
}

const SUMMARY_FIELDS: ReadonlySet<string> = new Set(['author', 'editor', 'title', 'year', 'date', 'crossref']);
const INHERITED_FIELDS: ReadonlySet<string> = new Set(['editor', 'year', 'date']);

const LOOSE_FIELDS = [
  'journal',
  'journaltitle',
  'volume',
  'number',
  'note',
  'howpublished',
  'addendum',
  'annote',
  'eid',
];
const IDENTIFIER_FIELDS: ReadonlySet<string> = new Set([
  ...['doi', 'eprint', 'eprinttype', 'archiveprefix', 'archive', 'arxivid', 'isbn', 'pmid', 'pmcid', 'url'],
  ...LOOSE_FIELDS,
]);

function identifierFields(values: Readonly<Record<string, string>>): IdentifierFields {
  const value = (field: string) =>
    LATEX.test(values[field] ?? '') ? withoutLatex(values[field] ?? '') : (values[field] ?? '');
  return {
    doi: value('doi'),
    eprint: value('eprint') || value('arxivid'),
    eprintType: value('eprinttype') || value('archiveprefix'),
    isbn: value('isbn'),
    pmid: value('pmid'),
    pmcid: value('pmcid'),
    url: value('url'),
    loose: LOOSE_FIELDS.map(value),
  };
}

const LATEX = /[\\{}]/;
function withoutLatex(value: string): string {
  return value.replace(ESCAPED, '$1').replace(COMMAND, ' ').replace(/[{}]/g, '').trim();
}

const COMMAND = /\\[a-z]+\s*\{/gi;
/** In LaTeX these are written with a backslash. */
const ESCAPED = /\\([_%&#$~])/g;
