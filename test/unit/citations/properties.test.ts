import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { findCitations } from '../../../server/src/citations/findCitations';
import { identify } from '../../../server/src/citations/identify';
import { OLD_ARCHIVES } from '../../../server/src/citations/kinds/arxivId';
import { paperKey, writtenForm } from '../../../server/src/citations/paper';
import { isAccepted } from '../../../server/src/citations/reference';
import { shown } from './shown';

/** Pieces of references, of Markdown and of Unicode: text in which wrong turns are near. */
const shards = [
  ...[
    'https://',
    'http://',
    'arxiv.org',
    '/abs/',
    '/pdf/',
    'doi.org/',
    '10.1234/',
    '10.',
    'arXiv:',
    'doi: ',
    '2107.03374',
  ],
  ...[
    'v2',
    'v0',
    'hep-th/',
    '9901001',
    '.pdf',
    '@',
    'аrxiv.org',
    'xn--',
    '%28',
    '%',
    '%00',
    '\uD800',
    '😀',
    '\u0000',
    '。',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '</',
    '{',
    '}',
    '[[',
    '|',
    '](',
    '"',
    '”',
    ' ',
    '\n',
    ',',
    ';',
    '; ',
    '.',
    '…',
    '..',
    '/',
    '?',
    '#',
  ],
  ...['a', 'Z', 'é', '漢', 'İ', '-', '_', '*', ':', '\\', '`', '—', '\u00a0', '\u200b', '\ufeff'],
];
/** Beginnings of every kind of reference. */
const beginnings = [
  ...['PMID: ', 'PMC', 'PMCID:', 'ISBN ', '978', '-0-262-03384-', '8', 'acl:', 'P19-1001', '2023.acl-long.1', 's2:'],
  ...['aclanthology.org/', 'openreview.net/', 'forum?id=', 'yHYZaQ0Zvml', 'openreview:', 'doi:10/', '10/abc'],
  ...[
    'papers.nips.cc/',
    'paper/2020/hash/',
    '4a9eaf6dff3fdac9ab1aaf4c0fe2d563',
    '-Abstract.html',
    'proceedings.mlr.press/v70/',
  ],
  ...['guo17a', 'www.semanticscholar.org/paper/', 'www.lesswrong.com/posts/', 'uMQ3cqWDPHhjtiesc', '?commentId='],
  ...['forum.effectivealtruism.org/posts/', '[@', '@{', '@perez2022', '-', '29618526', 'pubmed.ncbi.nlm.nih.gov/'],
];
const text = fc.array(
  fc.oneof(fc.constantFrom(...shards), fc.constantFrom(...beginnings), fc.string({ unit: 'binary', maxLength: 3 })),
  {
    maxLength: 12,
  },
);
const anyText = text.map((parts) => parts.join(''));

const two = (value: number) => String(value).padStart(2, '0');
const month = fc.integer({ min: 1, max: 12 }).map(two);
const newId = fc
  .tuple(fc.integer({ min: 15, max: 90 }).map(two), month, fc.integer({ min: 1, max: 99_999 }))
  .map(([year, mm, number]) => `${year}${mm}.${String(number).padStart(5, '0')}`);
const oldId = fc
  .tuple(fc.constantFrom(...OLD_ARCHIVES), fc.integer({ min: 91, max: 106 }), month, fc.integer({ min: 1, max: 999 }))
  .map(([archive, year, mm, number]) => `${archive}/${two(year % 100)}${mm}${String(number).padStart(3, '0')}`);
const version = fc.option(
  fc.integer({ min: 1, max: 40 }).map((number) => `v${number}`),
  { nil: '' },
);
const arxivReference = fc
  .tuple(
    fc.oneof(newId, oldId),
    version,
    fc.constantFrom('arXiv:', 'arxiv: ', 'https://arxiv.org/abs/', 'https://arxiv.org/pdf/'),
  )
  .map(([id, v, form]) => ({ written: form + id + v, key: ['arxiv', id, ...(v ? [v] : [])].join(' ') }));
const suffix = fc
  .array(fc.constantFrom(...'abz019-._;()/:<>[]é漢', '(a)', '<1::A>'), { minLength: 1, maxLength: 10 })
  .map((parts) => parts.join(''))
  .filter((part) => !/[([<].*|[)\]>]/.test(part.replace(/\(a\)|<1::A>/g, '')) && /[a-z0-9é漢)]$/.test(part));
const doiReference = fc
  .tuple(fc.integer({ min: 1000, max: 999_999_999 }), suffix, fc.constantFrom('', 'doi:', 'DOI: '))
  .map(([registrant, end, form]) => {
    const id = `10.${registrant}/${end}`;
    return { written: form + id, key: `doi ${id.replace('<1::A>', '<1::a>').replaceAll('A', 'a')}` };
  });
const wrapping = fc.constantFrom(
  ...([
    ['', '.'],
    ['(', ')'],
    ['[', '],'],
    ['<', '>'],
    ['“', '”'],
    ['"', '".'],
    ['**', '**;'],
    ['(see ', ')…'],
    ['{', '}?!'],
    ['「', '」。'],
  ] as const),
);

describe('citations, whatever the text', () => {
  it('never throws; ranges are ordered, disjoint, not empty and inside', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        let last = 0;
        for (const { range } of findCitations(input)) {
          assert.ok(last <= range.start && range.start < range.end && range.end <= input.length);
          last = range.end;
        }
        assert.ok(identify(input).length > 0);
      }),
      { numRuns: 500 },
    );
  });

  it('identifies the landing page and the PDF of every paper as that paper', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        const found = [...findCitations(input), ...identify(input), ...identify(`https://doi.org/10.1234/${input}`)];
        for (const verdict of found) {
          if (!isAccepted(verdict) || verdict.reference.kind === 'url') continue;
          for (const link of [verdict.reference.url, verdict.reference.pdf]) {
            if (link !== null) assert.deepEqual(identify(link).map(shown), [shown(verdict)]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('identifies the briefest form of every paper as that paper', () => {
    fc.assert(
      fc.property(anyText, (input) => {
        for (const verdict of [...findCitations(input, undefined, true), ...identify(input)]) {
          const meant = isAccepted(verdict) ? verdict.reference : verdict.meant;
          if (!meant || meant.kind === 'url') continue;
          const [again, ...others] = identify(writtenForm(meant));
          assert.ok(again && isAccepted(again) && others.length === 0, writtenForm(meant));
          assert.equal(paperKey(again.reference), paperKey(meant));
          assert.equal(again.reference.version, meant.version);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same paper in prose, whatever surrounds it', () => {
    fc.assert(
      fc.property(fc.oneof(arxivReference, doiReference), wrapping, ({ written, key }, [before, after]) => {
        const prose = `As ${before}${written}${after} says, no.`;
        assert.deepEqual(findCitations(prose).map(shown), [key]);
        const [found] = findCitations(prose);
        assert.equal(prose.slice(found?.range.start, found?.range.end), written);
      }),
      { numRuns: 500 },
    );
  });
});
