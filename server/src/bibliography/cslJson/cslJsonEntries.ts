import type { Reference } from '../../citations/reference';
import type { TextRange } from '../../syntax/textRange';
import { type CslRecord, describe, textIn } from '../csl';
import type { BibliographyProblem, Entries, EntryPlace, KeyEdit, Summary } from '../entries';
import { type IdentifierFields, identifiersOf } from '../identifiers';
import type { Paper } from '../paper';
import { StoredText } from '../storedText';
import { scanObjects } from './scan';

/** The entries of a text in CSL-JSON. Cost of making it: linear; the objects are read once for their keys, and let go. */
export class CslJsonEntries implements Entries {
  readonly count: number;
  readonly isWhole: boolean;
  readonly problems: readonly BibliographyProblem[];
  private readonly places: EntryPlace[] = [];
  private readonly keys: string[] = [];
  private readonly stored: StoredText;

  constructor(text: string) {
    const { objects, isWhole } = scanObjects(text);
    const problems: BibliographyProblem[] = [];
    for (const entry of objects) {
      const record = parsed(text.slice(entry.start, entry.end));
      const key = record && keyOf(record);
      if (key) {
        this.keys.push(key);
        this.places.push({ entry, key: placeOfKey(text, entry, key) });
      } else {
        const reason = record ? 'this entry has no id' : 'this entry is not valid JSON';
        problems.push({ range: { start: entry.start, end: entry.start + 1 }, key: null, reason });
      }
    }
    this.count = this.keys.length;
    this.problems = problems;
    this.isWhole = isWhole;
    const bounds = this.places.flatMap(({ entry }) => [entry.start, entry.end]);
    this.stored = new StoredText(text, Int32Array.from(bounds));
  }

  key(entry: number): string {
    return this.keys[entry] ?? '';
  }

  place(entry: number): EntryPlace {
    return this.places[entry] ?? { entry: NOWHERE, key: NOWHERE };
  }

  text(): string {
    return this.stored.whole();
  }

  position(offset: number): { line: number; character: number } {
    return this.stored.position(offset);
  }

  isBroken(): boolean {
    return false;
  }

  summary(entry: number): Summary {
    const { title, authors, year } = describe(this.record(entry));
    return {
      key: this.key(entry),
      authors: authors.slice(0, MOST_NAMES).map(({ family }) => family),
      year: year === null ? '' : String(year),
      title: title ?? '',
    };
  }

  identifiers(entry: number): Reference[] {
    return identifiersOf(identifierFields(this.record(entry)));
  }

  paper(entry: number): Paper {
    const identifiers = this.identifiers(entry);
    return {
      ...describe(this.record(entry)),
      key: this.key(entry),
      doi: identifiers.find(({ kind }) => kind === 'doi')?.id ?? null,
      arxiv: identifiers.find(({ kind }) => kind === 'arxiv')?.id ?? null,
      identifiers,
    };
  }

  fault(): string | null {
    return null;
  }

  withKey(entry: number, newKey: string): KeyEdit[] {
    const { start } = this.place(entry).entry;
    const source = this.stored.part(entry);
    return placesOfKey(source, this.key(entry)).map((range) => ({
      range: { start: start + range.start, end: start + range.end },
      // A number has no quotation marks yet.
      newText: source[range.start - 1] === '"' ? JSON.stringify(newKey).slice(1, -1) : JSON.stringify(newKey),
    }));
  }

  faultOfKey(): string | null {
    return null;
  }

  private record(entry: number): CslRecord {
    return parsed(this.stored.part(entry)) ?? {};
  }
}

const NOWHERE: TextRange = { start: 0, end: 0 };
const MOST_NAMES = 12;

function parsed(object: string): CslRecord | null {
  try {
    return JSON.parse(object) as CslRecord;
  } catch {
    return null;
  }
}

/** Programs that give their records ids of their own write the key beside them. */
function keyOf(record: CslRecord): string | null {
  return textIn(record['citation-key']) ?? textIn(record['citekey']) ?? textIn(record['id']);
}

/** Where the key is written, without its quotation marks; the beginning of the entry where that cannot be told. */
function placeOfKey(text: string, { start, end }: TextRange, key: string): TextRange {
  const [place] = placesOfKey(text.slice(start, end), key);
  return place ? { start: start + place.start, end: start + place.end } : { start, end: start + 1 };
}

/** Programs may write the key twice, as the id and as the citation key. */
function placesOfKey(source: string, key: string): TextRange[] {
  const written = JSON.stringify(key);
  return Array.from(source.matchAll(/"(?:citation-key|citekey|id)"\s*:\s*/g)).flatMap((member) => {
    const at = member.index + member[0].length;
    if (source.startsWith(written, at)) return { start: at + 1, end: at + written.length - 1 };
    return source.startsWith(key, at) && !/[\w"]/.test(source.charAt(at + key.length))
      ? { start: at, end: at + key.length }
      : [];
  });
}

function identifierFields(record: CslRecord): IdentifierFields {
  const value = (field: string) => textIn(record[field]) ?? '';
  return {
    doi: value('DOI'),
    eprint: value('eprint'),
    eprintType: value('eprinttype'),
    isbn: value('ISBN'),
    pmid: value('PMID'),
    pmcid: value('PMCID'),
    url: value('URL'),
    loose: ['number', 'archive_location', 'container-title', 'volume', 'note', 'source'].map(value),
  };
}
