import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readFields } from '../../../server/src/bibliography/bibtex/fields';
import { holds } from '../../support/property';
import { bibtex, cslJson, fixture, problemsOf } from './shown';

/** Expects the keys that are found, and what is wrong. */
function check(text: string, keys: readonly string[], ...problems: string[]) {
  const bibliography = bibtex(text);
  assert.deepEqual(bibliography.keys(), keys);
  assert.deepEqual(problemsOf(bibliography, text), problems);
}

describe('finding the entries of a BibTeX file', () => {
  it('takes what stands outside for a comment', () => {
    check('', []);
    check('Some words, an address ann@example.org and an @ alone.', []);
    check('% @article{a,}\n  % @article{b,}\n@article{c,} % @article{d,}', ['c', 'd']);
    check('@comment{@article{a, title = {b}}}\n@article{c,}', ['c']);
    check('@comment @article{a,}', ['a']);
  });

  it('takes any brackets, case and space', () => {
    check('@ARTICLE{a,}@article(b, title = "c (d)")  @Book\n{\n c \n,\n}', ['a', 'b', 'c']);
    check('@article{https://example.org/a?b=c,}', [], '- (1): this entry has no key');
    check("@article{a:b/c.d+e'f*g,}", ["a:b/c.d+e'f*g"]);
  });

  it('counts brackets in quotation marks', () =>
    check('@a{b, title = "c {\\"o} } d"}\n@a{e,}', ['b', 'e'], 'b (1): the value of title has no end'));

  it('counts them behind backslashes, too', () => check('@a{b, title = {\\{ c \\}}}\n@a{d,}', ['b', 'd']));

  it('loses nothing behind an entry without an end', () => {
    const next = '\n@book{next, title = {x}}\n';
    for (const half of [
      '@article{half, title = {A',
      '@article{half, title = "A',
      '@article{half,',
      '@article(half, a = {b}',
    ]) {
      check(half + next, ['half', 'next'], 'half (1): its entry has no end: a closing bracket is missing');
    }
    check(`@article{${next}`, ['next'], '- (1): this entry has neither key nor end');
    check(`@string{a = {b${next}`, ['next'], '- (1): this @string has no end');
    check(`@comment{a${next}`, ['next']);
    check(`@article${next}`, ['next']);
  });

  it('keeps an @ inside an entry', () => {
    const text = '@misc{a, note = {ann@example.org\n  and @article in words\n @b}}\n@misc{c,}';
    check(text, ['a', 'c']);
  });

  it('reports two entries of one key once for each that does not count', () =>
    check('@a{k,}\n@b{k,}\n@c{k,}', ['k'], 'k (2): another entry has its key', 'k (3): another entry has its key'));
});

describe('an entry of very many fields', () => {
  it('is read up to the thousandth', () => {
    const text = `@misc{a, title = {T}, ${'x = {y}, '.repeat(1000)} year = 2020}\n@misc{b,}`;
    check(text, ['a', 'b'], 'a (1): it has more than 1000 fields');
    assert.deepEqual([bibtex(text).paper('a')?.title, bibtex(text).paper('a')?.year], ['T', null]);
    check(`@misc{a, ${'x, '.repeat(5000)}}`, ['a'], 'a (1): the field x has no value');
  });
});

describe('reading the fields of an entry', () => {
  /** Expects the names of the fields in order, and the fault. */
  function checkFields(text: string, names: readonly string[], fault: string | null = null) {
    const read = readFields(text, 0, text.length);
    assert.deepEqual([read.fields.map(({ name }) => name), read.fault], [names, fault]);
  }

  it('takes every form of a value', () =>
    checkFields(' , a = {b{c}d} , B="e{"}f" # g # 12 ,c=2020,, d = jan,', ['a', 'b', 'c', 'd']));

  it('goes on behind a fault', () => {
    checkFields('a = {b} c = {d}', ['a', 'c'], 'a comma is missing behind a');
    checkFields('a, b = {c}', ['b'], 'the field a has no value');
    checkFields('= {x}, b = {c}', ['b'], '"=" stands where a field should begin');
    checkFields('a = , b = {c}', [], 'the value of a has no end');
    checkFields('a = {b, c = {d}', [], 'the value of a has no end');
  });
});

describe('what @string stands for', () => {
  it('is bounded, and does not go round', () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `@string{s${i + 1} = s${i} # s${i}}`).join('\n');
    const text = `@string{s0 = {xxxxxxxxxx}}\n${doubling}\n@misc{a, title = s60}\n@string{x = y} @string{y = x}\n@misc{b, title = x # { z}}`;
    const bibliography = bibtex(text);
    assert.ok((bibliography.paper('a')?.title?.length ?? 0) <= 20_000);
    assert.equal(bibliography.paper('b')?.title, 'x z');
  });

  it('is followed no deeper than anybody defines', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => `@string{s${i + 1} = s${i}}`).join('\n');
    assert.match(bibtex(`${chain}\n@misc{a, title = s20000}`).paper('a')?.title ?? '', /^s\d+$/);
  });

  it('is itself where nothing is defined', () => {
    const paper = bibtex('@article{a, journal = nature, year = 2020, month = feb}').paper('a');
    assert.equal(paper?.venue, 'nature');
  });
});

describe('a bibliography, whatever its text', () => {
  const QUIRKS = fixture('quirks.bib');
  const JSON_QUIRKS = fixture('quirks.json');
  const shards = [
    '@article{',
    'a,',
    '@string{',
    '@comment{',
    '{',
    '}',
    '"',
    '(',
    ')',
    ',',
    '=',
    '#',
    '%',
    '\\',
    '\n',
    '@',
    ' ',
    'title = ',
    '\0',
    '\uD800',
    '$',
    '\\begin{',
    '\\"',
    '~',
  ];
  const anyText = fc.array(fc.oneof(fc.constantFrom(...shards), fc.string({ maxLength: 4 })), { maxLength: 30 });

  /** Asks for everything that can be asked for. */
  function readAll(bibliography: ReturnType<typeof bibtex>, text: string) {
    for (const key of bibliography.keys()) {
      assert.ok(bibliography.has(key) && bibliography.paper(key) && bibliography.summary(key));
      const place = bibliography.place(key);
      assert.ok(place && place.entry.start <= place.key.start && place.key.end <= place.entry.end);
    }
    for (const { range } of bibliography.problems()) assert.ok(range.start <= range.end && range.end <= text.length);
    bibliography.paperCitedAs({ kind: 'arxiv', id: 'x' });
  }

  it('never fails', () =>
    holds(anyText, (parts) => {
      const text = parts.join('');
      readAll(bibtex(text), text);
      readAll(cslJson(text), text);
      readAll(cslJson(`[${text}]`), text);
    }));

  it('has all entries that end before the place where it is cut off', () =>
    holds(fc.nat(QUIRKS.length), (length) => {
      const whole = bibtex(QUIRKS);
      const cut = QUIRKS.slice(0, length);
      const bibliography = bibtex(cut);
      readAll(bibliography, cut);
      const before = whole.keys().filter((key) => (whole.place(key)?.entry.end ?? 0) <= length);
      for (const key of before) assert.ok(bibliography.has(key), key);
      assert.ok(bibliography.keys().length <= before.length + 1);
    }));

  it('loses no entry but one when a bracket is missing', () => {
    const brackets = [...QUIRKS.matchAll(/[{}]/g)].map(({ index }) => index);
    const keys = bibtex(QUIRKS).keys();
    const losses = brackets.map((at) => {
      const found = bibtex(QUIRKS.slice(0, at) + QUIRKS.slice(at + 1));
      return { at, lost: keys.filter((key) => !found.has(key)) };
    });
    assert.deepEqual(
      losses.filter(({ lost }) => lost.length > 1),
      [],
    );
  });

  it('of CSL-JSON, too', () => {
    const keys = cslJson(JSON_QUIRKS).keys();
    for (const { index } of JSON_QUIRKS.slice(1).matchAll(/[{}]/g)) {
      const found = cslJson(JSON_QUIRKS.slice(0, index + 1) + JSON_QUIRKS.slice(index + 2));
      assert.ok(keys.filter((key) => !found.has(key)).length <= 1, String(index));
    }
  });
});

describe('a hostile bibliography', () => {
  for (const unit of [
    '@',
    '@a',
    '@a{',
    '@a{b,',
    '{',
    '}',
    '"',
    '@string{',
    '@comment{',
    '@a{b, c = {',
    '@a{b, c = "',
    'a = {b} ',
    '% @a{b,}\n',
    '@a{b,}\n',
    '@ ',
    '\n@a{',
    '[',
    '{"id":',
    '\\begin{x}',
    ' and ',
  ]) {
    it(`of nothing but ${JSON.stringify(unit)} takes linear time`, () => {
      const text = unit.repeat(Math.floor(200_000 / unit.length));
      for (const read of [bibtex, cslJson]) {
        const bibliography = read(text);
        bibliography.problems();
        bibliography.paperCitedAs({ kind: 'doi', id: 'x' });
        for (const key of bibliography.keys().slice(0, 3)) bibliography.paper(key);
      }
      const inField = bibtex(`@misc{a, author = {${text}}, title = {${text}}}`);
      for (const _ of inField.summaries());
      assert.ok(inField.keys().length === 0 || inField.paper('a'));
    });
  }
});
