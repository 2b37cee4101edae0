import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { RuleFinding } from '../../../../server/src/service';
import { KEYWORDS } from '../../../../server/src/syntax/tree';
import { applyFix } from '../../../support/applyFix';
import { keepsParents } from '../../../support/keepsParents';
import { serviceWith, uriOf } from '../../../support/notes';
import { holds } from '../../../support/property';

/**
 * Columns differ by two or not at all: a line that stands one column off counts as standing beside its neighbours, and
 * so may come to hang under a new line.
 */
const statements = fc
  .record({
    indentation: fc.constantFrom('', '', '  ', '    ', '\t', '      '),
    bullet: fc.constantFrom('', '- ', '*   '),
    keyword: fc.constantFrom(...KEYWORDS, 'claim', 'claim'),
    speaker: fc.constantFrom('', '', ' (Ada)', ' (Bo)'),
    text: fc.constantFrom('', ' text', ' text\n      that goes on', ' arXiv:2107.03374', ' `code`', ' <!-- a\nb -->'),
  })
  .map(({ indentation, bullet, keyword, speaker, text }) => `${indentation}${bullet}${keyword}${speaker}:${text}`);

const otherLines = fc.constantFrom('', '', 'prose', '  > quoted', '> quoted', '# heading', '---', '```', '    deep');

/** Notes in every style, broken ones among them. */
const notes = fc
  .tuple(fc.array(fc.oneof(statements, statements, otherLines), { maxLength: 10 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, lineBreak]) => lines.join('\n').replaceAll('\n', lineBreak));

/** The findings about statements. A new line rightly parts a passage that repeats another. */
function findingsIn(text: string): readonly RuleFinding[] {
  const findings = serviceWith([[uriOf('note'), text]]).linter.findings(uriOf('note'));
  return findings.filter(({ rule }) => rule !== 'duplicate-passage');
}

/** What is found, told apart by the place in the text after an edit that moved what stood behind it. */
function shifted(findings: readonly RuleFinding[], from: number, by: number): string[] {
  return findings.map(({ rule, range: { start } }) => `${start >= from ? start + by : start} ${rule}`);
}

describe('the quick fixes of any note', () => {
  it('that add a line leave one finding, on that line, for the one they mend', () => {
    holds(
      notes,
      (text) => {
        const findings = findingsIn(text);
        for (const finding of findings.filter(({ rule }) => rule === 'unsupported-claim')) {
          for (const fix of finding.fixes().filter(({ title }) => title.startsWith('Add'))) {
            const after = applyFix(text, fix);
            const at = fix.edits[0]?.range.start ?? -1;
            if (!keepsParents(text, after.replace('‸', ''), at)) continue;
            const others = findings.filter((other) => other !== finding);
            const expected = shifted(others, at, after.length - 1 - text.length);
            const found = findingsIn(after.replace('‸', ''));
            const placeholders = found.filter(({ range }) => range.start > at && range.end <= after.indexOf('‸'));
            assert.deepEqual(
              placeholders.map(({ rule }) => rule),
              ['empty-statement'],
            );
            assert.deepEqual(
              shifted(
                found.filter((other) => other !== placeholders[0]),
                0,
                0,
              ),
              expected,
            );
            assert.deepEqual(shifted(findingsIn(after.replace('‸', 'x')), 0, 0), expected.map(moveBehind(after)));
          }
        }
      },
      0.05,
    );
  });

  it('that delete a statement delete nothing that says anything', () => {
    holds(
      notes,
      (text) => {
        for (const finding of findingsIn(text).filter(({ rule }) => rule === 'empty-statement')) {
          for (const { edits } of finding.fixes()) {
            const removed = edits.map(({ range }) => text.slice(range.start, range.end)).join('');
            assert.match(removed.replace(/<!--.*?-->/s, ''), /^\s*(?:[-*] +)?[a-z]+(?: \(\w+\))?:\s*$/);
          }
        }
      },
      0.2,
    );
  });
});

/** Moves what stands behind the cursor by the one character that is written there. */
function moveBehind(after: string) {
  return (found: string) => {
    const [start = '', rule = ''] = found.split(' ');
    return `${Number(start) >= after.indexOf('‸') ? Number(start) + 1 : start} ${rule}`;
  };
}
