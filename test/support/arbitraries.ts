/** Texts like notes, whole and broken: what the property tests of every room are fed with. */
import * as fc from 'fast-check';
import { KEYWORDS } from '../../server/src/syntax/tree';

const keyword = fc
  .tuple(fc.constantFrom(...KEYWORDS), fc.constantFrom(0, 0, 0, 1, 2))
  .map(([word, letterCase]) => [word, word.toUpperCase(), `${word[0]?.toUpperCase()}${word.slice(1)}`][letterCase]);

const indentation = fc.constantFrom(
  '',
  '',
  '',
  ' ',
  '  ',
  '  ',
  '    ',
  '      ',
  '\t',
  '\t\t',
  ' \t',
  '\u00a0 ',
  '\f',
);
const bullet = fc.constantFrom('', '', '', '- ', '* ', '+ ', '-\t', '-   ');
const gap = fc.constantFrom(' ', ' ', ' ', '  ', '\t', '\u00a0');

const id = fc.constantFrom('#a', '#a', '#b', '#c', '#é', '#e\u0301', '#漢字', '#x-y_1', '#');
const speaker = fc.constantFrom('(Ada)', '(Ada)', '(@ada)', '(Bo)', '( Bo )', '(שרה)', '(Ann (the first)', '()');
const target = fc.constantFrom('#a', '#b', '#c', '#é', '#nowhere', 'other#a', 'sub/other#b', '<my note#c>', '#');
const targets = fc.array(target, { minLength: 1, maxLength: 3 }).map((those) => `-> ${those.join(', ')}`);

/** A header that fits, `- claim #a (Ada) -> #b:`, without indentation; its attributes in any order. */
export const header: fc.Arbitrary<string> = fc
  .tuple(bullet, keyword, gap, fc.subarray([0, 1, 2]), fc.tuple(id, speaker, targets), fc.nat(5))
  .map(([mark, word, space, chosen, attributes, turn]) => {
    const ordered = chosen.map((_, i) => attributes[chosen[(i + turn) % chosen.length] as number]);
    return `${mark}${[word, ...ordered].join(space)}:`;
  });

/** A header with one slip: a character lost, or one too many. It may still fit. */
export const slippedHeader: fc.Arbitrary<string> = fc
  .tuple(header, fc.nat(40), fc.constantFrom('', '', '#', '(', ')', '-', '>', ':', ',', '<', ' ', 's', '\u200b'))
  .map(([whole, place, char]) => {
    const at = place % whole.length;
    return whole.slice(0, at) + char + whole.slice(char === '' ? at + 1 : at);
  });

/** A line that looks like a header and is none, whatever follows it. */
export const brokenHeader: fc.Arbitrary<string> = fc.constantFrom(
  'claim',
  'claim #a (Ada)',
  'claims: A',
  'claim(Ada): A',
  'claim #a #b: A',
  'claim (Ada: A',
  'claim -> a: A',
  'claim -> #a -> #b: A',
  'Claim that X: no',
  'rebutal: A',
  '-claim: A',
  '1. claim: A',
  'claim；A',
);

const words = fc.constantFrom(
  ...['debate', 'helps the judge', 'A', 'it is easier to check one step than to plan a hundred of them at once'],
  ...[
    '“so they say”',
    '"so they say"',
    '"',
    '`code`',
    '`',
    '``a ` b``',
    '<!-- aside -->',
    '<!--',
    '-->',
    '—',
    ';',
    ':',
  ],
  ...['arXiv:2402.06782', 'arXiv:2513.00001', 'https://example.org/a', '[[#a]]', '10.1145/3287560.3287596'],
  ...['😀', '\ud83d', 'e\u0301', 'שלום', '\u202e', '漢字かな', '\u200b', '\u00a0', '\u2028', '\0', '\ufeff'],
);
const sentence = fc.array(words, { maxLength: 4 }).map((those) => those.join(' '));
const noise = fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.replace(/[\r\n]/g, ' '));

const statement = fc.tuple(indentation, header, gap, sentence).map((parts) => parts.join(''));
const slip = fc.tuple(indentation, slippedHeader, sentence).map((parts) => parts.join(''));
const prose = fc.tuple(indentation, fc.oneof({ weight: 4, arbitrary: sentence }, noise)).map((parts) => parts.join(''));
const quotation = fc
  .tuple(indentation, fc.constantFrom('>', '> ', '>> ', '> > '), fc.oneof(sentence, header))
  .map((parts) => parts.join(''));
const blank = fc.constantFrom('', '', '', ' ', '\t', '\u00a0');
const heading = fc.constantFrom('# Top', '## Part ##', '###### Six', '#', '####### seven', '#tag', '  # Indented');
const speakerHeading = fc.constantFrom('### (Ada)', '# (@bo)', '### (Ada) and others', '### ()');
const rule = fc.constantFrom('---', '===', '***', '-- ', '--', '  ---', '-----', '- - -', '...');

/** A line that opens or closes nothing beyond itself. */
const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: statement },
  { weight: 2, arbitrary: slip },
  { weight: 4, arbitrary: prose },
  { weight: 2, arbitrary: quotation },
  { weight: 3, arbitrary: blank },
  { weight: 1, arbitrary: heading },
  { weight: 1, arbitrary: speakerHeading },
  { weight: 1, arbitrary: rule },
);

const enclosing = fc
  .tuple(
    indentation,
    fc.constantFrom('```', '```ts', '````', '~~~', '<!--', '-->', '<!-- a', 'b -->', '<!-- a --> b', 'a --> <!-- b'),
  )
  .map((parts) => parts.join(''));
const anyLine = fc.oneof({ weight: 6, arbitrary: line }, { weight: 1, arbitrary: enclosing });

const frontMatter = fc.constantFrom(
  ...['', '', '', '---\ntitle: T\n---\n', '---\n', '---\n\n---\n', '\ufeff---\ntitle: [\n---\n', '---\na: b\n...\n'],
);
const lineBreak = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');

/** A text like a note: every kind of block, whole and broken, line endings of all kinds, also mixed. */
export const noteText: fc.Arbitrary<string> = fc
  .tuple(frontMatter, fc.array(fc.tuple(anyLine, lineBreak), { maxLength: 14 }), fc.boolean(), fc.boolean())
  .map(([front, lines, mixed, ends]) => {
    const common = lines[0]?.[1] ?? '\n';
    const body = lines.map(([content, ending]) => content + (mixed ? ending : common)).join('');
    const text = front.replaceAll('\n', mixed ? '\n' : common) + body;
    return ends ? text : text.replace(/(?:\r\n|[\r\n])$/, '');
  });

/** The lines of a note in which nothing spans lines but statements, quotations and paragraphs; never none. */
export const plainLines: fc.Arbitrary<string[]> = fc
  .array(
    line.map((content) => content.replace(/<!--|-->/g, '')),
    { maxLength: 14 },
  )
  // A paragraph comes first, so that no rule line opens front matter.
  .map((lines) => ['A thread.', ...lines]);

/** Some characters of a text replaced by others; places beyond the text are moved to its end. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const inserted = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'x',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\n\n',
    '  ',
    '\t',
    '>',
    '#',
    '# ',
    '- ',
    ':',
    '-',
    '---',
    '\n---\n',
  ),
  fc.constantFrom(
    '<!--',
    '-->',
    '->',
    '<!',
    '`',
    '```',
    '\n```\n',
    '~~~\n',
    '~',
    '\ufeff',
    '\u05d0',
    '\u0301',
    '\ud83d',
    '\ude00',
  ),
  header.map((text) => `\n${text} A`),
  anyLine.map((text) => `${text}\n`),
);

/** What one does to a text at one place. */
export const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.oneof(fc.nat(40), fc.nat(400)),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.nat(3) }, fc.nat(40)),
  text: inserted,
});

/** Edits, one after the other. */
export const edits: fc.Arbitrary<Edit[]> = fc.array(edit, { minLength: 1, maxLength: 6 });

/** The text after an edit. */
export function edited(text: string, { at, length, text: replacement }: Edit): string {
  const start = Math.min(at, text.length);
  return text.slice(0, start) + replacement + text.slice(start + length);
}
