import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { authorYear, reference, shortAuthors } from '../../../server/src/bibliography/authorYear';
import { familyNames } from '../../../server/src/bibliography/bibtex/names';
import { plainTex } from '../../../server/src/bibliography/bibtex/plainTex';
import type { Summary } from '../../../server/src/bibliography/entries';
import { isWebAddress, markdownText, plainLine } from '../../../server/src/bibliography/escape';
import { SearchTexts, searchRank, searchText, searchWords } from '../../../server/src/bibliography/search';
import { holds } from '../../support/property';
import { bibtex } from './shown';

/** The paper of an entry with these fields. */
function paperOf(fields: string, type = 'article') {
  const paper = bibtex(`@${type}{key1, ${fields}}`).paper('key1');
  assert.ok(paper);
  return paper;
}

describe('a paper in author–year form', () => {
  it('names up to two authors', () => {
    assert.equal(authorYear(paperOf('author = {A, B}, year = 2020')), 'A 2020');
    assert.equal(authorYear(paperOf('author = {A, B and van C, D}, year = 2020')), 'A and van C 2020');
    assert.equal(authorYear(paperOf('author = {A, B and C, D and E, F}, year = 2020')), 'A et al. 2020');
    assert.equal(authorYear(paperOf('author = {A, B and others}, year = 2020')), 'A et al. 2020');
    assert.equal(shortAuthors([]), '');
  });

  it('does without', () => {
    assert.equal(authorYear(paperOf('title = {Title}')), 'Title');
    assert.equal(authorYear(paperOf('author = {A, B}')), 'A');
    assert.equal(authorYear(paperOf('')), 'key1');
  });
});

describe('a paper as a reference', () => {
  it('has all that is known, author and year first', () => {
    const fields =
      'author = {Perez, Ethan and Ringer, Sam and {OpenAI}}, year = 2022, title = {What?}, journal = {Journal}, volume = 3, number = 2, pages = {1--10}, doi = {10.1000/182}';
    const expected = 'Ethan Perez, Sam Ringer and OpenAI (2022). What? Journal 3(2), 1–10. https://doi.org/10.1000/182';
    assert.equal(reference(paperOf(fields)), expected);
  });

  it('names the first of many authors', () => {
    const many = Array.from({ length: 7 }, (_, i) => `Name${i}, A`).join(' and ');
    assert.equal(reference(paperOf(`author = {${many}}, title = {T}, year = 1999`)), 'A Name0 et al. (1999). T.');
  });

  it('puts the title first where there is no author', () => {
    assert.equal(reference(paperOf('title = {T}, year = 1999, journal = {J}')), 'T (1999). J.');
    assert.equal(reference(paperOf('title = {T}, url = {https://example.org/}')), 'T. https://example.org/');
    assert.equal(reference(paperOf('')), 'key1.');
  });
});

describe('text from outside', () => {
  it('is one line without what is not seen', () => {
    assert.equal(plainLine(' a\r\n\tb\u202e\u0000c\u200b\ufeff \u{e0041}'), 'a b c');
    assert.equal(plainLine('half \uD800 pair 😀'), 'half pair 😀');
  });

  it('has no Markdown, HTML, entities or icons', () => {
    assert.equal(
      markdownText('[a](command:run) <b>&amp; $(zap) `c` *d* _e_ # ![f](g) |'),
      '\\[a\\]\\(command\\:run\\) \\<b\\>\\&amp\\; \\$\\(zap\\) \\`c\\` \\*d\\* \\_e\\_ \\# \\!\\[f\\]\\(g\\) \\|',
    );
  });

  it('says every mark with a backslash, whatever the text', () =>
    holds(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const escaped = markdownText(text);
      assert.equal(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1'), plainLine(text));
      assert.doesNotMatch(escaped.replace(/\\[!-/:-@[-`{-~]/g, ''), /[!-/:-@[-`{-~\n]/);
    }));

  it('is cut between words', () => {
    assert.equal(markdownText('one two three', 9), 'one two…');
    assert.equal(markdownText('one two', 7), 'one two');
    assert.equal(markdownText(`${'x'.repeat(40)}`, 30), `${'x'.repeat(30)}…`);
  });

  it('is an address only when it can be opened', () => {
    for (const address of ['https://example.org/a?b=c#d', 'HTTP://example.org'])
      assert.ok(isWebAddress(address), address);
    for (const text of [
      'javascript:alert(1)',
      'command:run',
      'file:///etc',
      'https://',
      'https://a b',
      'https://u@h.org',
      'ftp://a.b',
      'https://a.b/"',
    ])
      assert.ok(!isWebAddress(text), text);
  });
});

describe('the names in a list of authors', () => {
  function check(authors: string, ...families: string[]) {
    assert.deepEqual(familyNames(authors), families);
  }

  it('are family names, whatever the order', () => {
    check('Perez, Ethan and Sam Ringer', 'Perez', 'Ringer');
    check('Jan van der Berg and van der Berg, Jan and {van} Berg', 'van der Berg', 'van der Berg', 'Berg');
    check('{OpenAI} and {The A and B Group} and others', 'OpenAI', 'The A and B Group');
    check("Garc{\\'i}a, Jos\\'e and M{\\\"u}ller, Z\nAND Erd{\\H o}s, Paul", 'García', 'Müller', 'Erdős');
    check('');
  });

  it('are at most twelve', () => assert.equal(familyNames(Array(30).fill('A, B').join(' and ')).length, 12));
});

describe('LaTeX as plain text', () => {
  it('has its accents and letters', () => {
    for (const [tex, text] of [
      ['{\\"O}sterreich \\"{u} \\"u', 'Österreich ü ü'],
      ['\\v{s} \\v s \\c{c} \\k{a} \\={u} \\.e \\H{o} \\r{a} \\u{g}', 'š š ç ą ū ė ő å ğ'],
      ["\\'{\\i} \\'\\i na\\\"{\\i}ve", 'í í naïve'],
      ['Stra{\\ss}e \\O re \\l{}odz \\AE', 'Straße Øre łodz Æ'],
      ["\\emph{Title} --- {with} pages 1--2~and ``quotes''", 'Title — with pages 1–2 and "quotes"'],
      ['50\\% \\& \\_x\\_ \\$5 \\#1', '50% & _x_ $5 #1'],
      ['$x^2$ \\alpha beta', 'x^2 beta'],
      ['plain', 'plain'],
    ] as const) {
      assert.equal(plainTex(tex), text, tex);
    }
  });
});

describe('finding an entry', () => {
  const perez = { key: 'perez2022', authors: ['Perez', 'Lukošiūtė'], year: '2022', title: 'Discovering Behaviors' };
  const rank = (entry: Summary, query: string) => searchRank(searchText(entry), searchWords(query));

  it('takes words of its key, authors, year and title, in any order', () => {
    for (const query of ['', 'perez', 'PEREZ2', '2022 disc', 'behaviors lukosiute', 'Lukošiūtė', ' perez  2022 ']) {
      assert.notEqual(rank(perez, query), null, query);
    }
    for (const query of ['perez 2021', 'chen', 'perez.']) assert.equal(rank(perez, query), null, query);
  });

  it('prefers what a key begins with, then authors, the key, the year and words of the title', () => {
    const entry = (key: string, author: string, year: string, title: string) => ({
      key,
      authors: [author],
      year,
      title,
    });
    const inOrder = [
      entry('chen', 'X', '', 'T'),
      entry('chen2021', 'X', '', 'T'),
      entry('a', 'van Chen', '', 'Chen'),
      entry('notchen', 'X', '', 'Chen'),
      entry('b', 'X', '', 'About Chen'),
      entry('c', 'X', '', 'Kitchen'),
    ];
    const ranks = inOrder.map((one) => rank(one, 'Chen') ?? Number.NaN);
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    );
    assert.equal(new Set(ranks).size, ranks.length);
    assert.ok(Number(rank(entry('a', '', '2022', ''), '20')) < Number(rank(entry('a', '', '', 'In 2022'), '20')));
  });

  it('finds in thousands what it finds in each, dashes and quotation marks of any kind', () => {
    const entries = Array.from({ length: 300 }, (_, i) => ({
      key: `k${i}`,
      authors: i % 7 === 0 ? ['Ли', 'Perez'] : ['Müller'],
      year: String(1900 + (i % 100)),
      title: i % 64 === 63 ? 'A – “quoted” title' : `Title ${i}\u0000`,
    }));
    const texts = new SearchTexts(entries);
    for (const query of ['k12', 'perez 1914', 'ли', 'muller title', '- "quoted"', 'nobody', '']) {
      const words = searchWords(query);
      const each = entries.flatMap((entry, number) => {
        const found = rank(entry, query);
        return found === null ? [] : [{ number, rank: found }];
      });
      assert.deepEqual([...texts.find(words)], each, query);
      assert.equal(each.length > 0, query !== 'nobody', query);
    }
  });
});
