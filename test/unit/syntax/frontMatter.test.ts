import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { frontMatterOf, frontMatterTitle } from '../../../server/src/syntax/frontMatter';
import { parse } from '../../../server/src/syntax/parse';
import { marked } from '../../support/marks';
import { holds } from '../../support/property';

/** Expects the title that some YAML gives a note. */
function check(yaml: string, expected: string | null) {
  assert.equal(frontMatterTitle(parse(`---\n${yaml}\n---\n`)), expected);
}

describe('the title in the front matter', () => {
  it('is a text', () => check('title: Judges and audiences', 'Judges and audiences'));
  it('may be quoted, folded, or a number', () => {
    check('title: "A: B"', 'A: B');
    check('title: >\n  A\n  B', 'A B');
    check('title: 1984', '1984');
  });
  it('is none where there is no text', () => {
    for (const yaml of [
      'a: b',
      'title:',
      'title: ""',
      'title: [A]',
      'title: { a: b }',
      'title: true',
      '- title',
      'A',
    ]) {
      check(yaml, null);
    }
  });
  it('is read from YAML that is broken elsewhere', () => check('title: A\nb: [', 'A'));
  it('is none in a note without front matter', () => assert.equal(frontMatterTitle(parse('title: A')), null));
  it('is none where collections are nested beyond all measure', () => {
    check(`title: ${'['.repeat(100_000)}`, null);
    check(`title: ${'{a: '.repeat(20_000)}`, null);
    check(`title: ${'"]" ['.repeat(15_000)}`, null);
    check('- '.repeat(40_000), null);
    check('? - '.repeat(20_000), null);
    check(Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), null);
  });
  it('is none in a front matter longer than anybody writes', () => check(`title: A\n${'# b\n'.repeat(30_000)}`, null));
  it('is read from a list of many names', () => {
    check(`participants:\n${'  - Ada\n'.repeat(500)}title: A`, 'A');
  });
  it('never fails, whatever the YAML', () => {
    const shards = fc.constantFrom(
      'title',
      ': ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '!!map ',
      '"',
      "'",
      '? ',
    );
    const more = fc.constantFrom('|', '>', '#', '<<: ', '%YAML', '\t', '  ', '1', '~', '---a', '@', '`', '\0');
    const yaml = fc.array(fc.oneof(shards, more, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 12 });
    holds(yaml, (parts) => void frontMatterTitle(parse(`---\na${parts.join('')}\n---\n`)));
  });
});

describe('the bibliographies in the front matter', () => {
  /** Expects the marked paths. */
  function checkPaths(source: string, ...paths: string[]) {
    const { text, ranges } = marked(source);
    const { bibliography } = frontMatterOf(parse(text)).fields;
    assert.deepEqual(
      bibliography.map(({ path }) => path),
      paths,
    );
    assert.deepEqual(
      bibliography.map(({ range }) => range),
      ranges,
    );
  }

  it('are one or several, each where it is written', () => {
    checkPaths('---\nbibliography: ⟦refs.bib⟧\n---\n', 'refs.bib');
    checkPaths('---\ntitle: A\nbibliography: [⟦a.bib⟧, ⟦"b c.json"⟧]\n---\n', 'a.bib', 'b c.json');
    checkPaths('---\nbibliography:\n  - ⟦a.bib⟧\n  - {b: c}\n  - ⟦../d.bib⟧\n---\n', 'a.bib', '../d.bib');
    checkPaths('---\nbibliography:\n---\n');
  });
});
