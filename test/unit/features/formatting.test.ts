import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import {
  type Bullets,
  FORMATTING_TRIGGERS,
  formatting,
  onTypeFormatting,
  rangeFormatting,
} from '../../../server/src/features/formatting';
import { Note } from '../../../server/src/workspace/note';
import { marked } from '../../support/marks';

const SPACES = { tabSize: 2, insertSpaces: true };
const at = (line: number, character: number) => ({ line, character });

/** The text of a note after edits, put in by the code that editors use. */
function applied({ uri, text }: Note, edits: TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create(uri, 'debate', 1, text), edits);
}

interface Asked {
  readonly name?: string;
  readonly bullets?: Bullets;
  readonly options?: Partial<FormattingOptions>;
}

/** Expects what comes of a note when it is formatted as a whole. */
function check(text: string, expected: string, { name = 'a.debate', bullets = 'keep', options }: Asked = {}) {
  const note = new Note(`file:///notes/${name}`, text);
  assert.equal(applied(note, formatting(note, { ...SPACES, ...options }, bullets)), expected);
}

describe('formatting a document', () => {
  const text = 'Claim:A\n    support:B\n';

  it('follows the tab size and the setting for bullets', () => {
    check(text, 'claim: A\n  support: B\n');
    check(text, 'claim: A\n   support: B\n', { options: { tabSize: 3 } });
    check(text, 'claim: A\n\tsupport: B\n', { options: { insertSpaces: false } });
    check(text, '- claim: A\n  - support: B\n', { bullets: 'add' });
    check('- claim: A', 'claim: A', { bullets: 'remove' });
  });
  it('puts in blank lines where the file is Markdown, or bullets are to make it so', () => {
    const prose = 'claim: A\nprose\n';
    check(prose, prose);
    check(prose, 'claim: A\n\nprose\n', { name: 'a.debate.md' });
    check(prose, 'claim: A\n\nprose\n', { name: 'A.MD' });
    check(prose, '- claim: A\n\nprose\n', { bullets: 'add' });
    check(prose, prose, { name: 'a.md.debate' });
  });
  it('has nothing to say of a note that is as it should be', () => {
    const note = new Note('file:///a.debate', 'claim: A\n');
    assert.deepEqual(formatting(note, SPACES, 'keep'), []);
  });
});

describe('formatting a range', () => {
  /** Expects what comes of a note when the marked range is formatted. */
  const checkRange = (source: string, expected: string) => {
    const { text, ranges } = marked(source);
    const note = new Note('file:///notes/a.debate', text);
    const [{ start, end } = { start: 0, end: 0 }] = ranges;
    const range = note.tree.lines.positions({ start, end });
    assert.equal(applied(note, rangeFormatting(note, range, SPACES, 'keep')), expected);
  };

  it('takes in the lines that it touches', () =>
    checkRange('Claim:A\nCl⟦aim:B\nCl⟧aim:C\nClaim:D', 'Claim:A\nclaim: B\nclaim: C\nClaim:D'));
  it('leaves out a line that it ends in front of', () => checkRange('⟦Claim:A\n⟧Claim:B', 'claim: A\nClaim:B'));
  it('takes in the line of a cursor', () => checkRange('⟦⟧Claim:A\nClaim:B', 'claim: A\nClaim:B'));
  it('takes a range beyond the text for its end', () => {
    const note = new Note('file:///notes/a.debate', 'Claim:A');
    const edits = rangeFormatting(note, { start: at(0, 0), end: at(9, 9) }, SPACES, 'keep');
    assert.equal(applied(note, edits), 'claim: A');
  });
});

describe('formatting on typing', () => {
  const typed = (text: string, line: number, character: number, trigger: string) => {
    const note = new Note('file:///notes/a.debate', text);
    return applied(note, onTypeFormatting(note, at(line, character), trigger));
  };

  it('tidies a header behind its colon', () => assert.equal(typed('x\nClaim #a:B', 1, 9, ':'), 'x\nclaim #a:B'));
  it('indents a new line', () => assert.equal(typed('  claim: A\n', 1, 0, '\n'), '  claim: A\n  '));
  it('does nothing behind any other character', () => {
    assert.equal(typed('Claim:', 0, 6, 'x'), 'Claim:');
    assert.deepEqual(FORMATTING_TRIGGERS, ['\n', ':']);
  });
});
