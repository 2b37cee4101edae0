import assert from 'node:assert/strict';
import type { RuleFinding } from '../../server/src/service';
import { applyFix } from './applyFix';
import { marked, withMarks } from './marks';
import { markedNotes, serviceWith, uriOf, type Workspace } from './notes';

/** What one rule finds in a note that is alone. */
export function findingsOf(rule: string, text: string): RuleFinding[] {
  const service = serviceWith([[uriOf('note'), text]]);
  return service.linter.findings(uriOf('note')).filter((finding) => finding.rule === rule);
}

/**
 * Checks what a rule finds in a note that is alone.
 * @param source the note, `⟦…⟧` around every finding
 * @param message what all findings say, if that is to be looked at
 */
export function checkRule(rule: string, source: string, message?: string): void {
  const { text } = marked(source);
  const findings = findingsOf(rule, text);
  const ranges = findings.map(({ range }) => range);
  assert.equal(withMarks(text, ranges), source);
  if (message !== undefined) for (const finding of findings) assert.equal(finding.message, message);
}

/** Checks what a rule finds in several notes: in every one, `⟦…⟧` stands around every finding. */
export function checkRuleIn(rule: string, workspace: Workspace): void {
  const { texts } = markedNotes(workspace);
  const service = serviceWith(texts);
  const found = Object.keys(workspace).map((name) => {
    const uri = uriOf(name);
    const findings = service.linter.findings(uri).filter((finding) => finding.rule === rule);
    const ranges = findings.map(({ range }) => range);
    return [name, withMarks(texts.get(uri) ?? '', ranges)];
  });
  assert.deepEqual(Object.fromEntries(found), workspace);
}

/** The errors and warnings of a note, with the line (from 1) of each: `2 empty-statement`. */
export function findingsByLine(text: string): string[] {
  const uri = uriOf('note');
  const service = serviceWith([[uri, text]]);
  const lines = service.note(uri)?.tree.lines;
  return service.linter
    .findings(uri)
    .filter(isProblem)
    .map(({ rule, range }) => `${(lines?.lineAt(range.start) ?? -1) + 1} ${rule}`);
}

/**
 * Applies a quick fix to a note with one finding of a rule.
 * @returns the note after it, `‸` where the writer goes on
 */
export function fixed(rule: string, title: string, text: string): string {
  const [finding, ...others] = findingsOf(rule, text);
  assert.ok(finding && others.length === 0, `one ${rule} in ${text}`);
  const fix = finding.fixes().find((offered) => offered.title === title);
  assert.ok(fix, `“${title}” among ${finding.fixes().map((offered) => offered.title)}`);
  return applyFix(text, fix);
}

/** Errors and warnings; the rest only tells where a debate can go on. */
export function isProblem({ severity }: RuleFinding): boolean {
  return severity === 'error' || severity === 'warning';
}
