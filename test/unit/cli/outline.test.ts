import assert from 'node:assert/strict';
import path from 'node:path';
import { inFolder } from '../../support/folders';
import { run } from '../../support/terminal';

/** A range on one line, in the form that JSON has it. */
function range(line: number, from: number, to: number) {
  return { start: { line, column: from }, end: { line, column: to } };
}

const NOTE = [
  '# A debate',
  'See https://example.org/.',
  'claim #a (Ada): 🙂 arXiv:2107.03374v2',
  '  rebuttal (Bo) -> #a, other#x, #none: no',
].join('\n');

describe('debate-notes outline', () => {
  it('prints every note as JSON', async () => {
    await inFolder({ 'note.debate': NOTE, 'other.debate': 'claim #x: y' }, async (folder) => {
      const [note, other] = [path.join(folder, 'note.debate'), path.join(folder, 'other.debate')];
      const { exitCode, out, err } = await run(['outline', note, other, '--format', 'json']);
      assert.deepEqual([exitCode, err], [0, '']);
      const rebuttal = {
        kind: 'rebuttal',
        id: null,
        speaker: 'Bo',
        text: 'no',
        label: 'stands',
        range: range(4, 3, 42),
        relation: 'rebuts',
        targets: [
          { file: note, id: 'a', line: 3 },
          { file: other, id: 'x', line: 1 },
          { file: null, id: 'none', line: null },
        ],
        citations: [],
        children: [],
      };
      const paper = {
        kind: 'arxiv',
        id: '2107.03374',
        version: 'v2',
        url: 'https://arxiv.org/abs/2107.03374v2',
        pdf: 'https://arxiv.org/pdf/2107.03374v2',
        range: range(3, 20, 38),
      };
      const page = { kind: 'url', id: 'https://example.org/', version: null, url: 'https://example.org/', pdf: null };
      const claim = { kind: 'claim', id: 'a', speaker: 'Ada', text: '🙂 arXiv:2107.03374v2', label: 'rebutted' };
      const lone = { kind: 'claim', id: 'x', speaker: null, text: 'y', label: 'rebutted' };
      const expected = [
        {
          file: note,
          title: 'A debate',
          citations: [{ ...page, range: range(2, 5, 25) }],
          statements: [
            { ...claim, range: range(3, 1, 38), relation: null, targets: [], citations: [paper], children: [rebuttal] },
          ],
        },
        {
          file: other,
          title: null,
          citations: [],
          statements: [{ ...lone, range: range(1, 1, 12), relation: null, targets: [], citations: [], children: [] }],
        },
      ];
      assert.equal(out, `${JSON.stringify(expected)}\n`, 'the names in this order');
    });
  });

  it('prints trees with their citations as text', async () => {
    await inFolder({ 'note.debate': NOTE }, async (folder) => {
      const file = path.join(folder, 'note.debate');
      assert.deepEqual((await run(['outline', file])).out.split('\n'), [
        `${file}: A debate`,
        '  claim #a (Ada): 🙂 arXiv:2107.03374v2 [rebutted] (line 3)',
        '    * arxiv 2107.03374v2  https://arxiv.org/abs/2107.03374v2  https://arxiv.org/pdf/2107.03374v2',
        '    rebuttal (Bo) -> #a, #x, #none: no [stands] (line 4)',
        '  Cited in no statement:',
        '    * https://example.org/',
        '',
      ]);
    });
  });

  it('spells out control characters in text, so that no note steers the terminal', async () => {
    const note = 'claim (\x1b[31mEve): \x1b]0;pwn\x07 x\x7f\n# A\x9b\tB';
    await inFolder({ 'note.debate': note }, async (folder) => {
      const file = path.join(folder, 'note.debate');
      const { out } = await run(['outline', file]);
      assert.equal(out, `${file}: A\\x9b\tB\n  claim (\\x1b[31mEve): \\x1b]0;pwn\\x07 x\\x7f [stands] (line 1)\n`);
      const [{ statements }] = JSON.parse((await run(['outline', file, '--format', 'json'])).out);
      assert.deepEqual([statements[0].speaker, statements[0].text], ['\x1b[31mEve', '\x1b]0;pwn\x07 x\x7f']);
    });
  });

  it('says what every statement does', async () => {
    const lines = [
      'question #q: x',
      'answer #a: x',
      'support #s -> #a: x',
      'rebuttal #r -> #a: x',
      'undercut -> #s: x',
      'question -> #a: x',
      'concession -> #a: x',
      'cite -> #a: x',
      'claim -> #q: x',
      'claim -> #a: x',
      'claim: x',
    ];
    await inFolder({ 'note.debate': lines.join('\n') }, async (folder) => {
      const relations: string[] = [];
      const [{ statements }] = JSON.parse((await run(['outline', folder, '--format', 'json'])).out);
      const waiting = [...statements];
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        relations[next.range.start.line - 1] = next.relation;
        waiting.push(...next.children);
      }
      const expected = [null, 'answers', 'supports', 'rebuts', 'undercuts', 'asks', 'concedes', 'supports', 'answers'];
      assert.deepEqual(relations, [...expected, null, null]);
    });
  });

  it('shows the statements of a ring once each', async () => {
    const ring = 'rebuttal #c -> #a: x\nrebuttal #a -> #b: x\nrebuttal #b -> #a: x\nclaim #d -> #d: x';
    await inFolder({ 'note.debate': ring }, async (folder) => {
      const [{ statements }] = JSON.parse((await run(['outline', folder, '--format', 'json'])).out);
      const shown = (list: { id: string; children: [] }[]): unknown[] =>
        list.map(({ id, children }) => [id, shown(children)]);
      assert.deepEqual(shown(statements), [
        [
          'a',
          [
            ['c', []],
            ['b', []],
          ],
        ],
        ['d', []],
      ]);
    });
  });

  it('lists the papers of a pasted thread, which has no statements', async () => {
    const thread = path.join('test', 'fixtures', 'thread.txt');
    const [{ title, citations, statements }] = JSON.parse((await run(['outline', thread, '--format', 'json'])).out);
    assert.deepEqual([title, statements], [null, []]);
    assert.deepEqual(
      citations.map(({ kind, id, url, pdf }: Record<string, string>) => [kind, id, url, pdf]),
      ['2107.03374', '2212.09251'].map((id) => [
        'arxiv',
        id,
        `https://arxiv.org/abs/${id}`,
        `https://arxiv.org/pdf/${id}`,
      ]),
    );
  });

  it('writes JSON that is nested 1,500 deep, and reads back', async () => {
    const text = Array.from({ length: 1500 }, (_, i) => `rebuttal #r${i + 1} -> #r${i}: x`).join('\n');
    await inFolder({ 'note.debate': text }, async (folder) => {
      const { exitCode, out } = await run(['outline', folder, '--format', 'json']);
      assert.equal(exitCode, 0);
      const ids: string[] = [];
      let [{ statements }] = JSON.parse(out);
      for (; statements.length === 1; [{ children: statements }] = statements) ids.push(statements[0].id);
      assert.equal(ids.join(), Array.from({ length: 1500 }, (_, i) => `r${i + 1}`).join());
    });
  });

  it('exits with 2 when something cannot be read, and prints the rest', async () => {
    await inFolder({ 'a.debate': 'claim: x' }, async (folder) => {
      const { exitCode, out, err } = await run(['outline', path.join(folder, 'b'), folder, '--format', 'json']);
      assert.deepEqual([exitCode, JSON.parse(out).length], [2, 1]);
      assert.match(err, /^debate-notes: Cannot read .*b: there is no such file or folder\.\n$/);
      const nothing = await run(['outline', path.join(folder, 'b'), '--format', 'json']);
      assert.deepEqual([nothing.exitCode, nothing.out], [2, '[]\n']);
    });
  });

  it('warns of bytes that are no UTF-8 on standard error', async () => {
    await inFolder({ 'a.debate': Buffer.from([0x61, 0xff]) }, async (folder) => {
      const { exitCode, err } = await run(['outline', folder]);
      assert.equal(exitCode, 0);
      assert.match(err, /^debate-notes: .*a\.debate is not valid UTF-8; .*\n$/);
    });
  });
});
