import assert from 'node:assert/strict';
import { fixAllOf } from '../../../../server/src/features/fixAll';
import { RULES } from '../../../../server/src/rules/registry';
import type { Fix, TextEdit } from '../../../../server/src/rules/rule';
import type { LanguageService, RuleFinding } from '../../../../server/src/service';
import { applyFix } from '../../../support/applyFix';
import { keepsParents } from '../../../support/keepsParents';
import { serviceWith, uriOf } from '../../../support/notes';
import { holds } from '../../../support/property';
import { ruleNote } from '../../../support/ruleNotes';

const NOTE = uriOf('note');
const OTHER = uriOf('other');
const OTHER_TEXT = 'claim #a: x\nquestion #ac: y\n';

const FIX_ALL = RULES.flatMap(({ meta }) => (meta.fixAll ? meta.id : []));

function workspaceOf(text: string, other = OTHER_TEXT): LanguageService {
  return serviceWith([
    [NOTE, text],
    [OTHER, other],
  ]);
}

/** Where a place of a text comes to stand; null where the edits take it out, or write it anew. */
function moved(offset: number, edits: readonly TextEdit[]): number | null {
  let shift = 0;
  for (const { range, newText } of edits) {
    if (range.start < offset && offset < range.end) return null;
    if (range.start === offset && range.end > offset && newText === '') return null;
    if (range.end <= offset) shift += newText.length - (range.end - range.start);
  }
  return offset + shift;
}

/** A note and the other with a fix applied, `‸` in one of them where the writer goes on. */
function fixedNotes(text: string, fix: Fix): { note: string; other: string } {
  const elsewhere = fix.elsewhere?.find(({ note }) => note === OTHER)?.edits ?? [];
  assert.equal((fix.elsewhere ?? []).filter(({ note }) => note !== OTHER).length, 0);
  return { note: applyFix(text, fix), other: applyFix(OTHER_TEXT, { title: fix.title, edits: elsewhere }) };
}

/** Expects a fix to take the finding away, or to leave one thing to fill in where the cursor stands. */
function checkFix(text: string, before: readonly RuleFinding[], finding: RuleFinding, fix: Fix): void {
  const after = fixedNotes(text, fix);
  const [changed, uri] = after.other.includes('‸') ? [after.other, OTHER] : [after.note, NOTE];
  const cursor = changed.indexOf('‸');
  const at = fix.edits[0]?.range.start ?? -1;
  const isNewLine = cursor >= 0 && fix.edits.every(({ newText }) => /[\r\n]/.test(newText));
  if (isNewLine && uri === NOTE && !keepsParents(text, after.note.replace('‸', ''), at)) return;
  const service = workspaceOf(after.note.replace('‸', ''), after.other.replace('‸', ''));
  const place = moved(finding.range.start, fix.edits);
  const again = service.linter
    .findings(NOTE)
    .filter(({ rule, range }) => rule === finding.rule && range.start === place);
  const { lines } = service.note(uri)?.tree ?? assert.fail();
  const isAtCursor = ({ range }: RuleFinding) => cursor >= 0 && lines.lineAt(range.start) === lines.lineAt(cursor);
  const known = before
    .filter(({ rule }) => rule === 'empty-statement')
    .map(({ range }) => moved(range.start, fix.edits));
  const empty = service.linter
    .findings(uri)
    .filter((found) => found.rule === 'empty-statement' && isAtCursor(found))
    .filter(({ range }) => uri !== NOTE || !known.includes(range.start));
  const context = `${finding.rule}: ${fix.title}: ${JSON.stringify(changed)}`;
  if (cursor < 0) assert.deepEqual(again, [], context);
  else {
    assert.ok(again.every(isAtCursor), context);
    assert.ok(new Set([...again, ...empty]).size <= 1, context);
  }
}

describe('every quick fix of every rule', () => {
  it('edits inside of the text, and takes its finding away or leaves one place to fill in', () => {
    const offered = new Set<string>();
    holds(
      ruleNote,
      (text) => {
        const findings = workspaceOf(text).linter.findings(NOTE);
        for (const finding of findings) {
          for (const fix of finding.fixes()) {
            offered.add(finding.rule);
            checkFix(text, findings, finding, fix);
          }
        }
      },
      0.2,
    );
    // The values must lead to fixes, or nothing is looked at; a dozen notes lead to those of a few rules.
    assert.ok(offered.size >= 2, [...offered].join(', '));
  });

  it('can be applied with all others of its rule, where that is offered, until there is nothing left to do', () => {
    holds(
      ruleNote,
      (text) => {
        for (const rule of FIX_ALL) {
          let now = text;
          // One slip may hide another: a misspelt directive the rule that it names.
          for (let round = 0; ; round++) {
            const fix = fixAllOf(rule, workspaceOf(now).linter.findings(NOTE));
            if (!fix) break;
            assert.ok(round < 4, `${rule} ends: ${JSON.stringify(now)}`);
            now = applyFix(now, fix);
          }
        }
      },
      0.1,
    );
  });
});
