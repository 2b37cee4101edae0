import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { formatLines, formatUnchecked } from '../../../server/src/formatting/format';
import { formatAtColon, formatAtNewLine } from '../../../server/src/formatting/onType';
import { sameArgument } from '../../../server/src/formatting/sameArgument';
import type { FormatOptions } from '../../../server/src/formatting/style';
import { parse } from '../../../server/src/syntax/parse';
import { statementsOf } from '../../../server/src/syntax/pieces';
import type { NoteTree, Statement } from '../../../server/src/syntax/tree';
import { Note } from '../../../server/src/workspace/note';
import { Notes } from '../../../server/src/workspace/notes';
import { outlineOf } from '../../../server/src/workspace/outline';
import { header, noteText } from '../../support/arbitraries';
import { edited } from '../../support/formatting';
import { serviceWith, uriOf } from '../../support/notes';
import { holds } from '../../support/property';

const options: fc.Arbitrary<FormatOptions> = fc.record({
  bullets: fc.constantFrom('keep', 'add', 'remove'),
  indent: fc.constantFrom(2, 2, 3, 4, 8),
  tabs: fc.constantFrom(false, false, true),
  separate: fc.boolean(),
});

const owned = [
  ...['', '', ' A', ' A\n> B', ' A\n        B\n          C', ' A\n\n        B'],
  ...['\n        ```\n      B\n\n           C\n        ```', '\n        <!-- B\n  C -->'],
];
const passages = [' A\n\n> B', ' A\nB', ' A\n  B', '\n---', ' A\n\n### (Ada)'];

/** Threads in the nested and in the flat style; behind each header stands one of some texts. */
function threadWith(texts: readonly string[]): fc.Arbitrary<string> {
  const indentation = fc.constantFrom('', '', '', '  ', '    ', '      ', '\t');
  return fc
    .array(fc.tuple(indentation, header, fc.constantFrom(...texts)), { maxLength: 12 })
    .map((statements) => statements.map((parts) => parts.join('')).join('\n'));
}

/** With all that can belong to a statement, and passages that belong to none. */
const thread = threadWith([...owned, ...passages]);

const anyNote = fc.oneof(noteText, thread);

const formatted = (text: string, wanted: FormatOptions) => edited(text, formatUnchecked(parse(text), wanted));

/** All that is read from a note, but for the places where it stands. */
function readFrom(text: string): unknown {
  const notes = new Notes();
  const note = notes.set(uriOf('note'), text);
  const { points } = note.argument;
  return {
    outline: withoutPlaces(outlineOf(notes, note)),
    points: points.map((point) => ({
      above: point.above,
      repliesTo: point.repliesTo.map(({ index }) => index),
      introducedBy: point.introducedBy.map((quotation) => wordsOf(note, quotation.pieces)),
      quotations: point.statement.parts.flatMap((part) =>
        part.kind === 'quotation' ? [wordsOf(note, part.pieces)] : [],
      ),
    })),
    findings: serviceWith([[uriOf('note'), text]])
      .linter.findings(uriOf('note'))
      .map(({ rule }) => rule)
      .sort(),
  };
}

function wordsOf({ text }: Note, pieces: readonly { start: number; end: number }[]): string[] {
  return pieces.map(({ start, end }) => text.slice(start, end));
}

function withoutPlaces(outline: unknown): unknown {
  return JSON.parse(JSON.stringify(outline, (key, value) => (key === 'range' || key === 'meant' ? undefined : value)));
}

/** What stands outside of statements, and the lines of code and comments in them without their indentation. */
function untouched(tree: NoteTree): string[] {
  const { text, lines, blocks } = tree;
  return blocks.flatMap((block) => {
    if (block.kind === 'blank') return [];
    if (block.kind !== 'statement') return [text.slice(block.start, lines.end(block.lastLine))];
    const opaque = block.parts.filter(({ kind }) => kind === 'code' || kind === 'comment');
    return opaque.map(({ start, end }) => text.slice(start, end).replace(/(^|[\r\n])[^\S\r\n]+/g, '$1'));
  });
}

describe('a formatted note, whatever its text', () => {
  it('has the outline that it had', () =>
    holds(
      fc.tuple(anyNote, options),
      ([text, wanted]) => {
        const after = formatted(text, wanted);
        assert.deepEqual(readFrom(after), readFrom(text));
        assert.ok(sameArgument(parse(text), parse(after)));
      },
      1 / 2,
    ));

  it('is what it is when it is formatted again', () =>
    holds(fc.tuple(anyNote, options), ([text, wanted]) => {
      const once = formatted(text, wanted);
      assert.equal(formatted(once, wanted), once);
    }));

  it('has lost or gained nothing but white space, bullets and the order of attributes', () =>
    holds(fc.tuple(anyNote, options), ([text, wanted]) => {
      const tree = parse(text);
      const after = parse(formatted(text, wanted));
      assert.deepEqual(untouched(after), untouched(tree));
      assert.deepEqual(inked(after), inked(tree));
    }));

  it('has bullets as they were, everywhere, or nowhere', () =>
    holds(fc.tuple(anyNote, options), ([text, wanted]) => {
      const bullets = (of: string) => statementsOf(parse(of)).map(({ bullet }) => bullet !== null);
      const before = bullets(text);
      const expected = { keep: before, add: before.map(() => true), remove: before.map(() => false) }[wanted.bullets];
      assert.deepEqual(bullets(formatted(text, wanted)), expected);
    }));
});

/**
 * Where Markdown hangs each statement of a note that is nothing but statements with bullets: under the last open item
 * whose words begin no further to the right (CommonMark 5.2). Throws where one is indented too far to be an item.
 */
function markdownParents(statements: readonly Statement[]): (number | null)[] {
  let open: { index: number; words: number }[] = [];
  return statements.map(({ column }, index) => {
    open = open.filter(({ words }) => words <= column);
    const { index: parent = null, words = 0 } = open.at(-1) ?? {};
    assert.ok(column - words < 4, 'no item');
    open.push({ index, words: column + 2 });
    return parent;
  });
}

/** Whether every statement stands under the one right above it, or under one that this stands under. */
function isTree(above: readonly (number | null)[]): boolean {
  return above.every((parent, index) => {
    let at: number | null = index - 1;
    while (at !== null && at >= 0 && at !== parent) at = above[at] ?? null;
    return parent === null || at === parent;
  });
}

describe('a note that was given bullets', () => {
  it('is the same tree in Markdown, where its lines are a tree and its topics stand at the margin', () => {
    let seen = 0;
    holds(fc.tuple(threadWith(owned), options), ([text, wanted]) => {
      const { tree, argument } = new Note(uriOf('note'), formatted(text, { ...wanted, bullets: 'add' }));
      const above = argument.points.map((point) => point.above);
      const isAtMargin = argument.points.every((point) => point.above !== null || point.statement.column === 0);
      if (!isTree(above) || !isAtMargin) return;
      seen += above.filter((parent) => parent !== null).length;
      assert.deepEqual(markdownParents(statementsOf(tree)), above);
    });
    assert.ok(seen > 20);
  });
});

/** The characters of each block that leave ink, those of headers in the order of their code, bullets left out. */
function inked({ text, blocks }: NoteTree): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'blank') return [];
    if (block.kind !== 'statement') return [withoutBlanks(text.slice(block.start, block.end))];
    const header = withoutBlanks(text.slice(block.keywordRange.start, block.header.end)).toLowerCase();
    return [[...header].sort().join('') + withoutBlanks(text.slice(block.header.end, block.end))];
  });
}

function withoutBlanks(text: string): string {
  return text.replace(/[\s\ufeff]/g, '');
}

describe('formatted lines of a note', () => {
  it('are the only ones that change, and leave the outline as it was', () =>
    holds(
      fc.tuple(anyNote, options, fc.nat(14), fc.nat(14)),
      ([text, wanted, from, length]) => {
        const tree = parse(text);
        const range = { first: from, last: from + length };
        const edits = formatLines(tree, range, wanted);
        for (const edit of edits) {
          assert.ok(tree.lines.lineAt(edit.range.start) >= range.first);
          assert.ok(tree.lines.lineAt(edit.range.end) <= range.last);
        }
        const after = edited(text, edits);
        assert.deepEqual(readFrom(after), readFrom(text));
      },
      1 / 2,
    ));
});

describe('what is set right on typing, whatever the text', () => {
  it('leaves the outline and all words as they were', () =>
    holds(fc.tuple(anyNote, fc.nat(400)), ([text, place]) => {
      const tree = parse(text);
      const offset = place % (text.length + 1);
      for (const edits of [formatAtColon(tree, offset), formatAtNewLine(tree, offset)]) {
        const after = edited(text, edits);
        assert.deepEqual(inked(parse(after)), inked(tree));
        assert.ok(sameArgument(tree, parse(after)));
      }
    }));
});
