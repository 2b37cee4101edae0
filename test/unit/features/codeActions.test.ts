import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { marked } from '../../support/marks';
import { serviceWith, uriOf } from '../../support/notes';

const URI = uriOf('note');

interface Asked {
  readonly only?: readonly string[];
  readonly snippets?: boolean;
}

/** The code actions where the cursor (or one marked range) is; quick fixes where nothing else is asked for. */
function actionsAt(source: string, { only = ['quickfix'], snippets = false }: Asked = {}): CodeAction[] {
  const { text, cursor, ranges } = marked(source);
  const service = serviceWith([]);
  service.setNote(URI, text, 7);
  const lines = service.note(URI)?.tree.lines;
  assert.ok(lines);
  const range = lines.positions(ranges[0] ?? { start: cursor, end: cursor });
  return service.linter.codeActions(URI, range, { only, versioned: true, snippets });
}

function check(source: string, asked: Asked, ...titles: string[]) {
  assert.deepEqual(
    actionsAt(source, asked).map(({ title }) => title),
    titles,
  );
}

/** The edits of an action in the one note that it changes. */
function editsOf(action: CodeAction | undefined): unknown {
  const [change, ...others] = action?.edit?.documentChanges ?? [];
  assert.ok(change && 'edits' in change && others.length === 0);
  return change.edits;
}

const LINE = "Disable 'unsupported-claim' for this line";
const NOTE = "Disable 'unsupported-claim' in this note";
const OWN_FIXES = ["Add a 'support:' line", "Add a 'cite:' line", 'Turn the claim into a question'];
const FIXES = [...OWN_FIXES, LINE, NOTE];

describe('code actions', () => {
  it('are the quick fixes of the findings on the line, wherever the cursor stands on it', () => {
    for (const source of ['‸claim: a', 'cla‸im: a', 'claim: a b c‸', 'x\n  ‸  claim: a\n\ny', 'claim: a‸\r\n']) {
      check(source, {}, ...FIXES);
    }
  });

  it('are none on other lines', () => {
    check('‸\nclaim: a', {});
    check('claim: a\n‸', {});
    check('claim: a\r\n  ‸more', {});
    check('claim: a\nsupport: b‸', {});
  });

  it('are those of every line of a selection', () => {
    check('claim: a⟦\n# h\ncl⟧aim: b', {}, ...FIXES, ...OWN_FIXES, LINE);
    check('claim: a⟦\n# h\n⟧\nclaim: b', {}, ...FIXES);
  });

  it('are ways to mark a paragraph, where refactorings are asked for', () => {
    const marks = ['claim', 'support', 'rebuttal', 'question', 'concession'].map(
      (keyword) => `Mark the paragraph as ${keyword}`,
    );
    for (const kind of ['', 'refactor', 'refactor.rewrite', 'refactor.rewrite.mark'])
      check('b‸', { only: [kind] }, ...marks);
    check('b‸', { only: ['refactor.extract'] });
    check('b‸', { only: ['refactor.rewrite.mark.support'] }, 'Mark the paragraph as support');
  });

  it('are safe fixes of the whole note, where those are asked for', () => {
    const source = '<!-- debate-disable-file self-attack -->\nx\n‸y';
    check(source, { only: ['source.fixAll.debate-notes'] }, 'Apply all safe fixes');
    check(source, { only: ['source.fixAll'] }, 'Apply all safe fixes');
    check('x‸', { only: ['source.fixAll'] });
    check(source, { only: ['source.organizeImports'] });
  });

  it('take ten thousand findings that are selected at once', () => {
    const source = `⟦${'cite: http://arxiv.org/abs/2107.03374\n'.repeat(10_000)}⟧`;
    const all = "Fix all of 'noncanonical-citation' in this note";
    assert.equal(actionsAt(source).filter(({ title }) => title === all).length, 1);
  });

  it('are given only where quick fixes are asked for', () => {
    const source = '‸claim: a';
    check(source, { only: ['quickfix'] }, ...FIXES);
    check(source, { only: ['source.fixAll', 'quickfix'] }, ...FIXES);
    check(source, { only: ['refactor.extract', 'source.fixAll'] });
    check(source, { only: ['quickfix.other'] });
    check(source, { only: ['quick'] });
  });

  it('bear the finding they mend, and say which is preferred', () => {
    const actions = actionsAt('‸claim: a');
    assert.deepEqual(
      actions.map(({ kind, isPreferred = false }) => [kind, isPreferred]),
      [['quickfix', true], ...Array.from({ length: 4 }, () => ['quickfix', false])],
    );
    for (const { diagnostics } of actions) {
      assert.deepEqual(
        diagnostics?.map(({ code, range }) => [code, range.end.character]),
        [['unsupported-claim', 5]],
      );
    }
  });

  it('edit the version they were made for', () => {
    const end = { line: 0, character: 8 };
    assert.deepEqual(actionsAt('‸claim: a')[0]?.edit, {
      documentChanges: [
        { textDocument: { uri: URI, version: 7 }, edits: [{ range: { start: end, end }, newText: '\n  support: ' }] },
      ],
    });
  });

  it('place the cursor where the client takes snippets', () => {
    const [support, , question] = actionsAt('‸claim: a', { snippets: true });
    const end = { line: 0, character: 8 };
    assert.deepEqual(support?.edit?.documentChanges, [
      {
        textDocument: { uri: URI, version: 7 },
        edits: [{ range: { start: end, end }, snippet: { kind: 'snippet', value: '\n  support: $0' } }],
      },
    ]);
    assert.deepEqual(question?.edit?.documentChanges, [
      {
        textDocument: { uri: URI, version: 7 },
        edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } }, newText: 'question' }],
      },
    ]);
  });

  it('go in front of the next line, where VS Code does not indent a snippet a second time', () => {
    const [support] = actionsAt('question: a\n  ‸answer: b\nc', { snippets: true });
    const at = { line: 2, character: 0 };
    assert.deepEqual(editsOf(support), [
      { range: { start: at, end: at }, snippet: { kind: 'snippet', value: '    support: $0\n' } },
    ]);
  });

  it('are no snippets behind an indented line, which VS Code would indent a second time', () => {
    const [support] = actionsAt('question: a\n  ‸answer: b', { snippets: true });
    const at = { line: 1, character: 11 };
    assert.deepEqual(editsOf(support), [{ range: { start: at, end: at }, newText: '\n    support: ' }]);
  });

  it('take a range that lies outside the text for its edge', () => {
    const service = serviceWith([[URI, 'claim: a']]);
    const far = { line: 99, character: 99 };
    const asked = { only: ['quickfix'], versioned: true, snippets: false };
    assert.equal(service.linter.codeActions(URI, { start: far, end: far }, asked).length, FIXES.length);
    const backwards = { start: far, end: { line: 0, character: 0 } };
    assert.equal(service.linter.codeActions(URI, backwards, asked).length, FIXES.length);
  });
});
