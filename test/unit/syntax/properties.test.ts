import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { parse } from '../../../server/src/syntax/parse';
import { firstOpaque, statementsOf } from '../../../server/src/syntax/pieces';
import type { TextRange } from '../../../server/src/syntax/textRange';
import type { Block, NoteTree, Statement, StatementPart } from '../../../server/src/syntax/tree';
import { brokenHeader, noteText, plainLines } from '../../support/arbitraries';
import { holds } from '../../support/property';
import { encloses, overlaps } from '../../support/ranges';
import { shownHeader } from './shown';

/** Expects ranges inside `outer`, in order, disjoint and not empty. */
function assertWithin(outer: TextRange, ranges: readonly TextRange[]) {
  let last = outer.start;
  for (const { start, end } of ranges) {
    assert.ok(last <= start && start < end, `${start}–${end} after ${last}`);
    last = end;
  }
  assert.ok(last <= outer.end, `${last} in ${outer.end}`);
}

/** Expects pieces to stand in their block, each on a line of its own, without white space around. */
function assertPieces({ text, lines }: NoteTree, outer: TextRange, pieces: readonly TextRange[]) {
  assertWithin(outer, pieces);
  const numbers = pieces.map(({ start }) => lines.lineAt(start));
  assert.equal(new Set(numbers).size, pieces.length);
  for (const { start, end } of pieces) {
    assert.equal(lines.lineAt(start), lines.lineAt(end - 1));
    assert.doesNotMatch(text.slice(start, end), /^[ \t\u00a0]|[ \t\u00a0\r\n]$/);
  }
}

function assertStatement(tree: NoteTree, statement: Statement) {
  const { text } = tree;
  const { header, bullet, keywordRange, keyword, id, speaker, targets, parts } = statement;
  assert.ok(encloses(statement, header));
  assert.equal(text.slice(keywordRange.start, keywordRange.end).toLowerCase(), keyword);
  assert.equal(text[header.end - 1], ':');
  const attributes = [id?.range, speaker?.range, ...targets.map(({ range }) => range)].filter((range) => !!range);
  attributes.sort((a, b) => a.start - b.start);
  assertWithin(header, [...(bullet ? [bullet] : []), keywordRange, ...attributes]);
  for (const named of [id, speaker])
    assert.equal(named && text.slice(named.range.start, named.range.end), named?.name ?? null);
  assertWithin({ start: header.start, end: statement.end }, [header, ...parts]);
  for (const part of parts) assertPart(tree, part);
}

function assertPart(tree: NoteTree, part: StatementPart) {
  if (!('pieces' in part)) return;
  assertPieces(tree, part, part.pieces);
  if (part.kind !== 'text') return;
  assert.equal(part.pieces[0]?.start, part.start);
  assert.equal(part.pieces.at(-1)?.end, part.end);
}

function assertBlock(tree: NoteTree, block: Block) {
  assert.equal(block.start, tree.lines.start(block.firstLine));
  assert.equal(block.end, tree.lines.endWithBreak(block.lastLine));
  if (block.kind === 'statement') assertStatement(tree, block);
  if (block.kind === 'prose' || block.kind === 'quotation') assertPieces(tree, block, block.pieces);
  if (block.kind === 'prose') assert.ok(block.pieces.length > 0);
  if (block.kind === 'heading') assert.ok(encloses(block, block.title));
  if (block.kind === 'speakerHeading') assert.ok(encloses(block, block.speaker.range));
  if (block.kind === 'frontMatter') assert.ok(encloses(block, block.yaml));
}

/** What each line is: the kind of its block, and for a line of a statement where that begins. Null for blank lines. */
function linesOf({ text, lines, blocks }: NoteTree): (string | null)[] {
  return blocks.flatMap((block) =>
    Array.from({ length: block.lastLine - block.firstLine + 1 }, (_, i) => {
      const line = block.firstLine + i;
      if (text.slice(lines.start(line), lines.end(line)).trim() === '') return null;
      return block.kind === 'statement' ? `statement of line ${block.firstLine}` : block.kind;
    }),
  );
}

/** The headers of a note by line. */
function headersOf(tree: NoteTree): Map<number, string> {
  return new Map(statementsOf(tree).map((statement) => [statement.firstLine, shownHeader(statement)]));
}

describe('a note, whatever its text', () => {
  const anyText = fc.oneof({ weight: 9, arbitrary: noteText }, fc.string({ unit: 'binary' }));

  it('is tiled by its blocks', () =>
    holds(anyText, (text) => {
      const { blocks } = parse(text);
      assert.equal(blocks.map(({ start, end }) => text.slice(start, end)).join(''), text);
      let [line, offset] = [0, 0];
      for (const { start, end, firstLine, lastLine } of blocks) {
        assert.deepEqual([firstLine, start], [line, offset]);
        [line, offset] = [lastLine + 1, end];
      }
    }));

  it('has every range inside that of what it is part of, in order', () =>
    holds(anyText, (text) => {
      const tree = parse(text);
      for (const block of tree.blocks) assertBlock(tree, block);
    }));

  it('has opaque places that are ordered, disjoint, and found by what they touch', () =>
    holds(anyText, (text) => {
      const tree = parse(text);
      assertWithin({ start: 0, end: text.length }, tree.opaque);
      for (let at = 0; at < text.length; at += 3) {
        const range = { start: at, end: at + 5 };
        assert.equal(
          firstOpaque(tree, range.start, range.end),
          tree.opaque.find((opaque) => overlaps(opaque, range)),
        );
      }
    }));

  it('has every comment among the opaque places', () =>
    holds(anyText, (text) => {
      const tree = parse(text);
      for (const block of tree.blocks) {
        for (const part of block.kind === 'statement' ? block.parts : [block]) {
          if (part.kind === 'comment') assert.ok(firstOpaque(tree, part.start, part.end));
        }
      }
    }));
});

describe('a broken line', () => {
  /** A note, the same note with one line broken, and the number of that line. */
  const broken = fc.tuple(plainLines, fc.nat(), brokenHeader).map(([lines, place, line]) => {
    const at = 1 + (place % lines.length);
    return { at, before: parse([...lines, ''].join('\n')), after: parse([...lines, ''].with(at, line).join('\n')) };
  });

  it('changes nothing above it', () =>
    holds(broken, ({ at, before, after }) => {
      assert.deepEqual(linesOf(after).slice(0, at), linesOf(before).slice(0, at));
    }));

  it('leaves every other header what it is', () =>
    holds(broken, ({ at, before, after }) => {
      const headers = headersOf(before);
      headers.delete(at);
      assert.deepEqual(headersOf(after), headers);
    }));

  it('is prose, and nothing else', () => holds(broken, ({ at, after }) => assert.equal(linesOf(after)[at], 'prose')));
});
