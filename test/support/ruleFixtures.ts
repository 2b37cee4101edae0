/**
 * The fixtures of the rules, `test/fixtures/rules/<id>.fixture`: cases one under the other, each a note or several.
 *
 *     @invalid title            what must be found is marked, ⟦…⟧
 *     @valid title              nothing must be found
 *     @also                     another case under the same title
 *     @note name                what follows is a note of that name; without it, of the name `note`
 *     @file refs.bib            what follows is a bibliography beside the notes; of those that notes name, others are missing
 *     @options {"name": 1}      what is set of the rule
 *     @message text             what the findings say, all the same or one a line; then tags and related places count, too
 *     @tag unnecessary          how editors show the findings: faded, or `deprecated` and struck through
 *     @related 2 ⟦text⟧ text    a related place: note if another, line, marked text, message
 *     @fix title                a fix and, below, what becomes of the notes; ‸ where the writer goes on
 *     @preferred title          the same for one that is preferred
 *     @only                     the case names every fix that is offered
 *     @leaves rule, rule        what is found once the fix is applied, and was not before; with a ‸ in it, one
 *                               `empty-statement` is what is expected where nothing is said
 *
 * A text ends with its last line that is not blank. ␊ ␍ ␉ ␠ stand for a line feed, a carriage return, a tab, a space.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Workspace } from './notes';

export const FIXTURES = path.join('test', 'fixtures', 'rules');

export interface FixtureCase {
  readonly title: string;
  /** Line of the fixture, from 1. */
  readonly line: number;
  readonly isValid: boolean;
  /** By name, with marks around what is to be found. */
  readonly notes: Workspace;
  /** Bibliographies by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly messages: readonly string[];
  readonly tags: readonly string[];
  readonly related: readonly string[];
  readonly fixes: readonly ExpectedFix[];
  /** Whether no other fixes may be offered. */
  readonly areAllFixes: boolean;
}

export interface ExpectedFix {
  readonly title: string;
  readonly isPreferred: boolean;
  /** What becomes of the notes; those that are left out stay as they are. */
  readonly notes: Workspace;
  /** Rules, in the order of their names; undefined where nothing is said. */
  readonly leaves: readonly string[] | undefined;
}

const NOTE = 'note';
const LINE = /^@(valid|invalid|also|note|file|options|message|tag|related|fix|preferred|leaves|only)(?: (.*))?$/;
const STANDS_FOR: Readonly<Record<string, string>> = { '␊': '\n', '␍': '\r', '␉': '\t', '␠': ' ' };

export function fixtureOf(rule: string): FixtureCase[] {
  return parseFixture(fs.readFileSync(path.join(FIXTURES, `${rule}.fixture`), 'utf8'));
}

/** Reads the cases of a fixture. Throws on a line in a place where it means nothing. */
export function parseFixture(source: string): FixtureCase[] {
  const reader = new Reader();
  source.split('\n').forEach((line, index) => {
    const [, word, rest = ''] = LINE.exec(line) ?? [];
    if (word === undefined) reader.text(line);
    else reader.directive(word, rest, index + 1);
  });
  return reader.done();
}

type Open<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

class Reader {
  private readonly cases: Open<FixtureCase>[] = [];
  /** Where notes go: to the case, or to the latest of its fixes. */
  private notes: Record<string, string[]> | undefined;
  private name = NOTE;
  /** Where lines go while a bibliography is read. */
  private file: string[] | undefined;
  private readonly files: { readonly into: { files: Record<string, string> }; name: string; lines: string[] }[] = [];
  private readonly texts: { readonly into: { notes: Workspace }; readonly notes: Record<string, string[]> }[] = [];

  text(line: string): void {
    if (this.file) {
      this.file.push(line);
      return;
    }
    if (!this.notes) {
      if (line.trim() !== '') throw new Error(`this stands outside of every case: ${line}`);
      return;
    }
    this.notes[this.name] ??= [];
    this.notes[this.name]?.push(line);
  }

  directive(word: string, rest: string, line: number): void {
    const latest = this.cases.at(-1);
    this.file = undefined;
    if (word === 'valid' || word === 'invalid') this.begin(rest, word === 'valid', line);
    else if (!latest) throw new Error(`line ${line} stands outside of every case`);
    else if (word === 'also') this.begin(latest.title, latest.isValid, line);
    else if (word === 'note') this.name = rest;
    else if (word === 'file') this.open(latest, rest);
    else if (word === 'options') latest.options = JSON.parse(rest);
    else if (word === 'message') latest.messages.push(rest);
    else if (word === 'tag') latest.tags.push(rest);
    else if (word === 'related') latest.related.push(rest);
    else if (word === 'only') latest.areAllFixes = true;
    else if (word === 'leaves') (latest.fixes.at(-1) as Open<ExpectedFix>).leaves = rest.split(', ').filter(Boolean);
    else {
      const fix = { title: rest, isPreferred: word === 'preferred', notes: {}, leaves: undefined };
      latest.fixes.push(fix);
      this.collect(fix);
    }
  }

  done(): FixtureCase[] {
    for (const { into, notes } of this.texts) {
      const entries = Object.entries(notes).map(([name, lines]) => [name, textOf(lines)] as const);
      // A case or a fix without a line is an empty note; blank lines in front of `@note` are none.
      const named = entries.filter(([name, text]) => text !== '' || name !== NOTE || entries.length === 1);
      into.notes = named.length > 0 ? Object.fromEntries(named) : { [NOTE]: '' };
    }
    for (const { into, name, lines } of this.files) into.files[name] = `${textOf(lines)}\n`;
    return this.cases;
  }

  private open(into: Open<FixtureCase>, name: string): void {
    this.file = [];
    this.files.push({ into, name, lines: this.file });
  }

  private begin(title: string, isValid: boolean, line: number): void {
    const lists = { messages: [], tags: [], related: [], fixes: [] };
    const begun = { title, line, isValid, notes: {}, files: {}, options: {}, ...lists, areAllFixes: false };
    this.cases.push(begun);
    this.collect(begun);
  }

  private collect(into: { notes: Workspace }): void {
    this.notes = {};
    this.name = NOTE;
    this.texts.push({ into, notes: this.notes });
  }
}

function textOf(lines: readonly string[]): string {
  const last = lines.findLastIndex((line) => line !== '');
  return lines
    .slice(0, last + 1)
    .join('\n')
    .replace(/[␊␍␉␠]/g, (symbol) => STANDS_FOR[symbol] as string);
}
