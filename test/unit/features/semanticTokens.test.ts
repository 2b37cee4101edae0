import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { semanticTokens, semanticTokensDelta, semanticTokensLegend } from '../../../server/src/features/semanticTokens';
import { Note } from '../../../server/src/workspace/note';
import { noteText } from '../../support/arbitraries';
import { marked } from '../../support/marks';
import { holds } from '../../support/property';

interface Decoded {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  /** Type and modifiers, `variable.declaration.readonly`. */
  readonly name: string;
}

function decoded(data: readonly number[]): Decoded[] {
  const { tokenTypes, tokenModifiers } = semanticTokensLegend;
  const tokens: Decoded[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = -1, bits = 0] = data.slice(i, i + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const modifiers = tokenModifiers.filter((_, bit) => (bits >> bit) & 1);
    tokens.push({ line, character, length, name: [tokenTypes[type], ...modifiers].join('.') });
  }
  return tokens;
}

function noteOf(text: string): Note {
  return new Note('file:///note', text);
}

/** Tokens in a list: type with modifiers, then the words. */
function shown({ text, tree }: Note, data: readonly number[]): string[] {
  return decoded(data).map(({ line, character, length, name }) => {
    const start = tree.lines.start(line) + character;
    return `${name} ${text.slice(start, start + length)}`;
  });
}

function check(text: string, ...expected: string[]) {
  const note = noteOf(text);
  assert.deepEqual(shown(note, semanticTokens(note)), expected);
}

describe('semantic tokens', () => {
  it('tell the keywords apart', () => {
    check(
      'claim: a\nSupport: b\n- rebuttal: c\nundercut: d\nquestion: e\nanswer: f\nconcession: g\ncite: h',
      ...['keyword.claim claim', 'keyword.support Support', 'keyword.rebuttal rebuttal', 'keyword.undercut undercut'],
      ...['function.question question', 'function.answer answer', 'function.concession concession', 'class.cite cite'],
    );
  });

  it('are none for what only looks like a statement', () => {
    check('');
    check('Claim that X: no\nrebutal: b\nclaim(Ada): c');
    check('```\nclaim: a\n```\n<!--\nclaim: b\n-->\n---\n`[[#a]]` `arXiv:2107.03374`');
  });

  it('take a header apart, whatever the order', () => {
    check(
      'support -> #b, other#c (Ada Lee) #a: x',
      ...['keyword.support support', 'operator ->', 'variable.readonly #b', 'namespace other', 'variable.readonly #c'],
      ...['parameter Ada Lee', 'variable.declaration.readonly #a'],
    );
    check('cite -> <my note#c>: ', 'class.cite cite', 'operator ->', 'namespace my note', 'variable.readonly #c');
    check('### (Ada)', 'parameter Ada');
  });

  it('find references in text, and citations that can exist', () => {
    check('See [[#a]] and [[other#b]].', 'variable.readonly #a', 'namespace other', 'variable.readonly #b');
    check('cite: 2107.03374; a book\n  doi:10.1000/182', 'class.cite cite', 'type 2107.03374', 'type doi:10.1000/182');
    check('arXiv:2513.00001 [[https://example.org/#a]]', 'type https://example.org/#a');
  });

  it('colour quotations line by line, around what is cited in them', () => {
    check(
      '> One [[#a]]\n>> two doi:10.1000/182 `x` three',
      'string One [[#a]]',
      'string two ',
      'type doi:10.1000/182',
      'string  ',
      'string  three',
    );
    check('claim: So “they\n  say” and "more".', 'keyword.claim claim', 'string “they', 'string say”', 'string "more"');
  });

  it('mark the keyword of what does not stand', () => {
    const note = noteOf('claim: a\nrebuttal: b\nprose\nclaim: c');
    const labels = ['rebutted', 'stands', null];
    assert.deepEqual(
      shown(
        note,
        semanticTokens(note, undefined, (index) => labels[index] ?? null),
      ),
      ['keyword.claim.rebutted claim', 'keyword.rebuttal rebuttal', 'keyword.claim claim'],
    );
  });

  it('of a range are those that reach into it', () => {
    const { text, ranges } = marked('claim #a: a\nsup⟦port #b⟧ (Ada): b\nclaim: c');
    const note = noteOf(text);
    const range = note.tree.lines.positions(ranges[0] ?? assert.fail());
    assert.deepEqual(shown(note, semanticTokens(note, range)), [
      'keyword.support support',
      'variable.declaration.readonly #b',
    ]);
  });

  it('are UTF-16', () => {
    assert.deepEqual(decoded(semanticTokens(noteOf('\n🙂 [[#é]]'))), [
      { line: 1, character: 5, length: 2, name: 'variable.readonly' },
    ]);
  });

  it('are in order and apart, each in its line, whatever the note', () =>
    holds(noteText, (text) => {
      const note = noteOf(text);
      const { lines } = note.tree;
      let done = 0;
      for (const { line, character, length } of decoded(semanticTokens(note))) {
        const start = lines.start(line) + character;
        assert.ok(length > 0 && start >= done && start + length <= lines.end(line));
        done = start + length;
      }
    }));

  it('colour the keyword of every statement, and no other', () =>
    holds(noteText, (text) => {
      const note = noteOf(text);
      const roles = decoded(semanticTokens(note)).flatMap(
        ({ name }) => name.match(/^(?:keyword|function|class)\.(.*)/)?.[1] ?? [],
      );
      assert.deepEqual(
        roles,
        note.argument.points.map(({ statement }) => statement.keyword),
      );
    }));

  it('read hostile notes in one go', () => {
    for (const unit of [
      '[[',
      '[[a#',
      '“a ',
      'claim: [[#a]]\n',
      '> “doi:10.1000/182”\n',
      'support -> #a, #a: “b\n  c”\n',
    ]) {
      const text = unit.repeat(20_000 / unit.length);
      assert.equal(semanticTokens(noteOf(text)).length % 5, 0);
    }
  });
});

describe('the difference of semantic tokens', () => {
  const numbers = (tokens: number[][]) => tokens.flat();
  const token = fc.array(fc.nat(1), { minLength: 5, maxLength: 5 });
  const tokens = fc.array(token, { maxLength: 6 }).map(numbers);

  it('is nothing for equal ones, and one edit for others', () => {
    assert.deepEqual(semanticTokensDelta([1, 0, 1, 0, 0], [1, 0, 1, 0, 0]), []);
    assert.deepEqual(semanticTokensDelta([], [1, 0, 1, 0, 0]), [{ start: 0, deleteCount: 0, data: [1, 0, 1, 0, 0] }]);
    assert.deepEqual(semanticTokensDelta([1, 0, 1, 0, 0], [1, 0, 1, 0, 0, 1, 0, 1, 0, 0]), [
      { start: 5, deleteCount: 0, data: [1, 0, 1, 0, 0] },
    ]);
    const [a, b, c] = [
      [0, 0, 5, 0, 4],
      [1, 0, 5, 0, 4],
      [1, 2, 5, 0, 4],
    ];
    assert.deepEqual(semanticTokensDelta(numbers([a, b, c]), numbers([a, c])), [
      { start: 5, deleteCount: 5, data: [] },
    ]);
  });

  it('makes the one from the other, in whole tokens', () =>
    holds(fc.tuple(tokens, tokens, tokens, tokens), ([head, before, after, tail]) => {
      const [old, fresh] = [
        [...head, ...before, ...tail],
        [...head, ...after, ...tail],
      ];
      const made = [...old];
      for (const { start, deleteCount, data = [] } of semanticTokensDelta(old, fresh)) {
        assert.deepEqual([start % 5, deleteCount % 5, data.length % 5], [0, 0, 0]);
        assert.ok(deleteCount <= before.length && data.length <= after.length);
        made.splice(start, deleteCount, ...data);
      }
      assert.deepEqual(made, fresh);
    }));
});
