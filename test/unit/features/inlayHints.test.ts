import assert from 'node:assert/strict';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { InlayHintOptions } from '../../../server/src/service';
import { citing } from '../../support/citing';
import { asked, shownPlace, type Workspace } from '../../support/notes';

const ALL: InlayHintOptions = { labels: 'all', targets: true, papers: true };
const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };

function hintsIn(workspace: Workspace, options = ALL, range = WHOLE): InlayHint[] {
  const { service, uri } = asked(workspace);
  return service.across.inlayHints(uri, range, options);
}

/** The hints of the note with `‸` as they are read, each in `{…}` where it stands. */
function check(workspace: Workspace, expected: string, options = ALL, range = WHOLE) {
  const { service, uri } = asked(workspace);
  const note = service.note(uri);
  let text = note?.text ?? '';
  const hints = service.across.inlayHints(uri, range, options);
  const placed = hints.map((hint) => ({ at: note?.tree.lines.offset(hint.position) ?? -1, words: wordsOf(hint) }));
  for (const { at, words } of placed.sort((a, b) => b.at - a.at))
    text = `${text.slice(0, at)}{${words}}${text.slice(at)}`;
  assert.equal(text, expected);
}

function wordsOf({ label }: InlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

describe('inlay hints', () => {
  it('say behind each header whether the statement stands', () => {
    check(
      { a: '‸claim #x (Ada): A\nrebuttal: B\nquestion: C\n' },
      'claim #x (Ada):{rebutted} A\nrebuttal:{stands} B\nquestion: C\n',
    );
    check({ a: '‸claim: A\nrebuttal: B' }, 'claim:{rebutted} A\nrebuttal: B', {
      labels: 'notStanding',
      targets: true,
      papers: false,
    });
  });

  it('say behind each target what it stands for, in this note or another', () => {
    check(
      {
        a: '‸rebuttal -> #x, b#y, #no: A\nclaim #x: The words of a claim that has many more of them',
        b: 'claim #y: B',
      },
      'rebuttal -> #x{The words of a claim that has ma…}, b#y{B}, #no: A\nclaim #x: The words of a claim that has many more of them',
      { labels: 'off', targets: true, papers: false },
    );
  });

  it('are off where they are not wanted', () => {
    assert.deepEqual(
      hintsIn({ a: '‸claim #x: A\nrebuttal -> #x: B' }, { labels: 'off', targets: false, papers: false }),
      [],
    );
  });

  it('stand only in the lines asked for', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
    check({ a: '‸claim: A\nclaim: B\n  more\nclaim: C' }, 'claim: A\nclaim:{stands} B\n  more\nclaim: C', ALL, range);
  });

  it('lead to the statement, and say more when the mouse is over them', () => {
    const { service, uri } = asked({ a: '‸rebuttal -> b#y: A', b: '\nclaim #y (Ada): *B*' });
    const [target, label] = service.across.inlayHints(uri, WHOLE, ALL);
    assert.ok(target && label && typeof target.label !== 'string');
    const [part] = target.label;
    assert.ok(part?.location);
    assert.equal(shownPlace(part.location.uri, part.location.range), 'b 1:0-5');
    assert.equal(target.tooltip, undefined, 'worked out when it is seen');
    assert.deepEqual(service.across.resolveInlayHint(target, true).tooltip, {
      kind: 'markdown',
      value: '**Claim** by Ada ([b, line 2](<file:///notes/b.debate#L2>))\n\n> \\*B\\*',
    });
    assert.deepEqual(service.across.resolveInlayHint(label, false).tooltip, {
      kind: 'plaintext',
      value: 'Stands: nothing attacks it.',
    });
    assert.deepEqual(service.across.resolveInlayHint({ ...label, data: 'strange' }, false).tooltip, undefined);
  });
});

describe('inlay hints behind papers', () => {
  const PAPERS: InlayHintOptions = { labels: 'off', targets: false, papers: true };
  const files = {
    'refs.bib':
      '@misc{perez2022, author = {Perez, E and Ringer, S}, title = {T}, year = 2022, eprint = {2212.09251}}\n' +
      '@misc{nobody, title = {A *title*\u202e that goes on and on and on and on and on and on}, doi = {10.1000/182}}\n' +
      '@misc{bare, doi = {10.1000/183}}\n',
  };
  const read = (text: string, options = PAPERS, range = WHOLE) => {
    const { service, uri } = citing({ a: `‸${text}` }, files);
    const hints = service.across.inlayHints(uri, range, options);
    const lines = service.note(uri)?.tree.lines;
    return hints.reduceRight((shown, hint) => {
      const at = lines?.offset(hint.position) ?? -1;
      return `${shown.slice(0, at)}{${wordsOf(hint)}}${shown.slice(at)}`;
    }, text);
  };

  it('say who wrote them and when, where that is known', () => {
    assert.equal(
      read(
        'See arXiv:2212.09251v2, [here](https://arxiv.org/pdf/2212.09251) and arXiv:2107.03374.\n> doi:10.1000/182 10.1000/183',
      ),
      'See arXiv:2212.09251v2{Perez and Ringer 2022}, [here](https://arxiv.org/pdf/2212.09251{Perez and Ringer 2022}) and arXiv:2107.03374.\n> doi:10.1000/182{A *title* that goes on and on and on and on and…} 10.1000/183',
    );
    assert.equal(read('claim: A\n  cite: 2212.09251'), 'claim: A\n  cite: 2212.09251{Perez and Ringer 2022}');
  });

  it('are none behind keys, which say it themselves, and none where they are not wanted', () => {
    assert.equal(read('cite: @perez2022'), 'cite: @perez2022');
    assert.equal(read('arXiv:2212.09251', { ...PAPERS, papers: false }), 'arXiv:2212.09251');
  });

  it('stand only in the lines asked for', () => {
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 3 } };
    const text = 'arXiv:2212.09251\n\n'.repeat(3);
    assert.equal(read(text, PAPERS, range).match(/Perez/g), null);
    range.end.line = 2;
    assert.equal(read(text, PAPERS, range).indexOf('{'), 'arXiv:2212.09251\n\narXiv:2212.09251'.length);
  });

  it('lead to the entry, and tell the paper when the mouse is over them', () => {
    const { service, uri } = citing({ a: '‸see arXiv:2212.09251' }, files);
    const [hint] = service.across.inlayHints(uri, WHOLE, PAPERS);
    assert.ok(hint && typeof hint.label !== 'string');
    assert.equal(hint.label[0]?.location?.uri, 'file:///notes/refs.bib');
    const { tooltip } = service.across.resolveInlayHint(hint, false);
    assert.match(typeof tooltip === 'object' ? tooltip.value : '', /^T\nE Perez and S Ringer · 2022/);
    assert.deepEqual(
      service.across.resolveInlayHint({ ...hint, data: { uri, cited: { line: 0, character: 0 } } }, false).tooltip,
      undefined,
    );
  });
});
