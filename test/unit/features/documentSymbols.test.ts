import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import { documentSymbols } from '../../../server/src/features/documentSymbols';
import { Note } from '../../../server/src/workspace/note';

/** Symbols as an indented list: name, detail, and the lines (from 1) they reach over. */
function check(text: string, ...expected: string[]) {
  const lines: string[] = [];
  walk(documentSymbols(new Note('file:///note', text)), ({ name, detail, range }, depth) => {
    const about = detail === undefined ? '' : ` [${detail}]`;
    lines.push(`${'  '.repeat(depth)}${name}${about} ${range.start.line + 1}–${range.end.line + 1}`);
  });
  assert.deepEqual(lines, expected);
}

type Visit = (symbol: DocumentSymbol, depth: number, parent: DocumentSymbol | null) => void;

function walk(symbols: readonly DocumentSymbol[], visit: Visit, depth = 0, parent: DocumentSymbol | null = null) {
  for (const symbol of symbols) {
    visit(symbol, depth, parent);
    walk(symbol.children ?? [], visit, depth + 1, symbol);
  }
}

/** What clients demand: a symbol lies in its parent, and what is selected in the symbol. */
function assertNested(symbols: readonly DocumentSymbol[]) {
  walk(symbols, ({ name, range, selectionRange }, _depth, parent) => {
    assert.notEqual(name, '');
    assert.ok(encloses(range, selectionRange), `the selection of ${name}`);
    if (parent) assert.ok(encloses(parent.range, range), `${name} in ${parent.name}`);
  });
}

function encloses(outer: DocumentSymbol['range'], inner: DocumentSymbol['range']): boolean {
  return !isBefore(inner.start, outer.start) && !isBefore(outer.end, inner.end);
}

function isBefore(a: DocumentSymbol['range']['start'], b: DocumentSymbol['range']['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

describe('document symbols', () => {
  it('are headings and statements', () => {
    check('');
    check('prose\n> quoted');
    check('claim: Debate helps.', 'Debate helps. [claim] 1–1');
    check('claim #a (Ada): Debate\n  helps.', 'Debate helps. [claim · Ada] 1–2');
    check('# A debate\n\nclaim: x', 'A debate 1–3', '  x [claim] 3–3');
    check('support:\n##', 'support [support] 1–1');
  });

  it('nest as the text does, flat or indented', () => {
    check(
      'claim: a\n  support: b\n    undercut: c\n  rebuttal: d\n\nclaim: e',
      'a [claim] 1–4',
      '  b [support] 2–3',
      '    c [undercut] 3–3',
      '  d [rebuttal] 4–4',
      'e [claim] 6–6',
    );
    check(
      'claim: a\nrebuttal: b\ncite: c\nsupport: d',
      'a [claim] 1–4',
      '  b [rebuttal] 2–3',
      '    c [cite] 3–3',
      '  d [support] 4–4',
    );
  });

  it('are the same of a tree that is read again', () => {
    const note = new Note('file:///note', 'claim: A.\n\nsupport: B.\n');
    assert.equal(note.argument.points.length, 2);
    const before = documentSymbols(note);
    note.tree.rest();
    assert.deepEqual(documentSymbols(note), before);
  });
  it('follow the position, not the targets', () => {
    check('claim #a: a\n\nclaim: b\n  rebuttal -> #a: c', 'a [claim] 1–1', 'b [claim] 3–4', '  c [rebuttal] 4–4');
  });

  it('put statements into sections, and sections into larger ones', () => {
    check(
      '# One\nclaim: a\n## Two\nclaim: b\n## Three\n\n# Four\nclaim: c\n',
      'One 1–6',
      '  a [claim] 2–2',
      '  Two 3–4',
      '    b [claim] 4–4',
      '  Three 5–6',
      'Four 7–9',
      '  c [claim] 8–8',
    );
    check('claim: a\n### Deep\nclaim: b\n# Top', 'a [claim] 1–1', 'Deep 2–3', '  b [claim] 3–3', 'Top 4–4');
  });

  it('tell kinds apart', () => {
    const text =
      '# heading\nclaim: a\nsupport: b\nrebuttal: c\nundercut: d\nquestion: e\nanswer: f\nconcession: g\ncite: h';
    const kinds = new Map<string, SymbolKind>();
    walk(documentSymbols(new Note('file:///note', text)), ({ name, kind }) => kinds.set(name, kind));
    assert.equal(kinds.get('a'), kinds.get('f'), 'an answer is a claim');
    assert.equal(new Set(kinds.values()).size, 8);
  });

  it('lie in their parents, whatever the note', () => {
    const lines = fc.constantFrom(
      '# One',
      '## Two',
      '###',
      '### (Ada)',
      '',
      'prose',
      '> quoted',
      '```',
      '---',
      'claim: a',
      '  claim: b',
      '    support: c\n        more',
      '  - rebuttal: d',
      'undercut: e',
      '\tcite: f',
      ' question:',
      'answer: g',
      '<!--',
      '-->',
    );
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 15 }), fc.constantFrom('\n', '\r\n'), (written, lineBreak) => {
        assertNested(documentSymbols(new Note('file:///note', written.join(lineBreak))));
      }),
    );
  });

  it('hold every statement of 1,000 nested ones, in a depth that clients can walk', () => {
    const text = Array.from({ length: 1000 }, (_, i) => `${'\t'.repeat(i)}rebuttal: ${i}`).join('\n');
    const symbols = documentSymbols(new Note('file:///note', text));
    const names: string[] = [];
    walk(symbols, ({ name }, depth) => {
      names.push(name);
      assert.ok(depth <= 200);
    });
    assert.deepEqual(
      names,
      Array.from({ length: 1000 }, (_, i) => String(i)),
    );
    assertNested(symbols);
  });
});
