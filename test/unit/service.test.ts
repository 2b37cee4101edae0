import assert from 'node:assert/strict';
import { RULES } from '../../server/src/rules/registry';
import type { Rule, RuleContext } from '../../server/src/rules/rule';
import { LanguageService, type TreeOptions } from '../../server/src/service';

const A = 'file:///notes/a.debate';
const B = 'file:///notes/b.debate';
const ALL_OF_A: TreeOptions = { note: A, isAll: false, grouping: 'argument', sort: 'position', filter: '' };
const START = { line: 0, character: 0 };

/** Counts how often a rule is run while something is done. */
function runsOfARule(act: () => void): number {
  const rule = RULES.find(({ statements }) => statements === undefined) as { check: Rule['check'] };
  const { check } = rule;
  let runs = 0;
  rule.check = (context: RuleContext) => {
    runs++;
    return check(context);
  };
  try {
    act();
  } finally {
    rule.check = check;
  }
  return runs;
}

describe('the language service', () => {
  it('answers questions about a note that is not in with nothing', () => {
    const service = new LanguageService();
    assert.deepEqual(service.linter.findings(A), []);
    assert.deepEqual(service.linter.diagnostics(A), []);
    assert.deepEqual(
      service.linter.codeActions(A, { start: START, end: START }, { versioned: true, snippets: true }),
      [],
    );
    assert.equal(service.hover(A, START), null);
    assert.deepEqual(service.documentLinks(A), []);
    assert.deepEqual(service.documentSymbols(A).value(), []);
    assert.equal(service.argumentTrees.answer(ALL_OF_A, null), null);
    assert.equal(service.argumentMap(A, true), null);
    assert.equal(service.outline(A), null);
    assert.equal(service.note(A), undefined);
    service.deleteNote(A);
    assert.equal(service.revision, 0);
  });

  it('tells findings as diagnostics', () => {
    const service = new LanguageService();
    const passage = 'she sells sea shells by the sea shore';
    service.setNote(A, passage);
    service.setNote(B, `🙂 ${passage}`);
    assert.deepEqual(service.linter.diagnostics(B), [
      {
        range: { start: { line: 0, character: 3 }, end: { line: 0, character: 40 } },
        severity: 2,
        code: 'duplicate-passage',
        source: 'debate-notes',
        message: "These 8 words stand before, in a.debate, line 1. Keep one, or quote it with '>'.",
        relatedInformation: [
          {
            location: { uri: A, range: { start: START, end: { line: 0, character: 37 } } },
            message: 'The passage stands here first.',
          },
        ],
      },
    ]);
  });

  it('tells the version it answers about', () => {
    const service = new LanguageService();
    service.setNote(A, 'claim: x', 3);
    assert.equal(service.argumentTrees.answer(ALL_OF_A, null)?.version, 3);
    service.setNote(A, 'claim: x', 4);
    assert.equal(service.argumentTrees.answer(ALL_OF_A, null)?.version, 4);
  });

  it('works nothing out twice while nothing changes', () => {
    const service = new LanguageService();
    service.setNote(A, 'claim: x', 1);
    const runs = runsOfARule(() => {
      service.linter.diagnostics(A);
      service.setNote(A, 'claim: x', 1);
      service.linter.findings(A);
      service.linter.diagnostics(A);
      service.linter.codeActions(A, { start: START, end: START }, { versioned: true, snippets: false });
    });
    assert.equal(runs, 1);
  });

  it('works out again what another note may have changed', () => {
    const service = new LanguageService();
    service.setNote(A, 'claim #x: x');
    service.setNote(B, '');
    assert.equal(service.linter.diagnostics(A).length, 1);
    service.setNote(B, 'support -> a#x: because');
    assert.equal(service.linter.diagnostics(A).length, 0);
    service.deleteNote(B);
    assert.equal(service.linter.diagnostics(A).length, 1);
  });

  it('gives the same list while diagnostics are equal', () => {
    const service = new LanguageService();
    service.setNote(A, 'claim: x\n\nprose');
    const before = service.linter.diagnostics(A);
    service.setNote(B, 'claim: of another note');
    assert.equal(service.linter.diagnostics(A), before);
    service.setNote(A, 'claim: x\n\nother prose');
    assert.equal(service.linter.diagnostics(A), before);
    service.setNote(A, '\nclaim: x\n\nother prose');
    assert.notEqual(service.linter.diagnostics(A), before);
  });

  it('counts revisions by changes', () => {
    const service = new LanguageService();
    service.setNote(A, 'x');
    const before = service.revision;
    service.setNote(A, 'x');
    assert.equal(service.revision, before);
    service.setNote(A, 'y');
    assert.ok(service.revision > before);
  });

  it('forgets a note that is taken out', () => {
    const service = new LanguageService();
    service.setNote(A, 'claim: x');
    service.linter.diagnostics(A);
    service.deleteNote(A);
    assert.deepEqual(service.linter.diagnostics(A), []);
    service.setNote(A, 'prose');
    assert.deepEqual(service.linter.diagnostics(A), []);
  });
});
