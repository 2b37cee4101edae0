/** Notes in which rules have something to say, for the property tests of their fixes. */
import * as fc from 'fast-check';
import { RULES } from '../../server/src/rules/registry';
import { KEYWORDS } from '../../server/src/syntax/tree';
import { noteText } from './arbitraries';

const indentation = fc.constantFrom('', '', '', '  ', '    ', '      ', '\t');
const bullet = fc.constantFrom('', '', '- ', '*   ');
const keyword = fc.constantFrom(...KEYWORDS, 'claim', 'claim', 'concession', 'Undercut', 'rebutal', 'calim');
const id = fc.constantFrom('', '', '', ' #a', ' #a', ' #b', ' #ab1', ' #');
const speaker = fc.constantFrom('', '', ' (Ada)', ' (Bo)', ' (Cy', ' ()');
const target = fc.constantFrom('#a', '#b', '#ab2', '#ab', 'other#a', 'other#ab', 'otehr#a', '<note#b>', 'a', '#');
const targets = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  fc.array(target, { minLength: 1, maxLength: 2 }).map((those) => ` -> ${those.join(', ')}`),
);
const text = fc.constantFrom(
  ...['', '', ' text', ' text', ' text\n      that goes on', ' “so they say', ' [[#a]] and [[#ab3]]', ' [[other#c]]'],
  ...[' arXiv:2107.03374', ' http://arxiv.org/pdf/2107.03374', ' https://dx.doi.org/10.1000/182', ' arXiv:2113.01234'],
  ...[' `code`', ' <!-- a\nb -->', ' <!-- never closed', ' she sells sea shells by the sea shore'],
);
const statement = fc
  .tuple(indentation, bullet, keyword, id, speaker, targets, fc.constantFrom(':', ':', ':', ':', ''), text)
  .map((parts) => parts.join(''));

/** A directive, right, misspelt or for a rule that there is none of. */
export const directive: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file', 'disabel', 'enable-line'),
    fc.array(fc.constantFrom(...RULES.map(({ meta }) => meta.id), 'self-atack', 'nothing'), { maxLength: 3 }),
    fc.constantFrom(' ', ', '),
  )
  .map(([word, rules, gap]) => `<!-- debate-${word} ${rules.join(gap)} -->`);

const other = fc.constantFrom(
  '',
  '',
  '',
  'prose',
  '  > quoted',
  '> quoted',
  '# heading',
  '### (Ada)',
  '---',
  '```',
  '    deep',
);
const line = fc.oneof({ weight: 8, arbitrary: statement }, { weight: 3, arbitrary: other }, directive);

/** Two speakers and a third who is not named, on few levels: who argues on both sides, who concedes. */
const dialogue = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '  ', '  ', '    '),
      fc.constantFrom('claim', 'rebuttal', 'rebuttal', 'support', 'concession', 'question', 'undercut'),
      fc.constantFrom(' (Ada)', ' (Ada)', ' (Bo)', ''),
    ),
    { minLength: 2, maxLength: 7 },
  )
  .map((lines) => lines.map((parts) => `${parts.join('')}: x`).join('\n'));

/** Notes of statements in every style, with slips, references, citations and directives, and notes of anything. */
export const ruleNote: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.array(line, { maxLength: 10 }), fc.constantFrom('\n', '\n', '\r\n', '\r'), fc.constantFrom('', '\n'))
      .map(([lines, lineBreak, end]) => (lines.join('\n') + end).replaceAll('\n', lineBreak)),
  },
  { weight: 1, arbitrary: noteText },
  { weight: 1, arbitrary: dialogue },
);
