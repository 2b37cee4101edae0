import assert from 'node:assert/strict';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types';
import { completions, labels, taken } from '../../../support/completed';
import { asked } from '../../../support/notes';

const MODERN = { snippets: true, insertReplace: true, labelDetails: true, suggest: null, today: '2026-11-25' };

describe('completion of ids', () => {
  const workspace = (text: string) => ({
    a: `claim #one: First words\nclaim #two: Second\n${text}\nclaim #three: Third`,
    'deep/b': 'claim #four: Fourth',
    'my note': 'claim #five: Fifth',
  });

  it('is offered behind an arrow, a comma and brackets, the nearest above first', () => {
    const own = ['#two', '#one', '#three'];
    for (const line of [
      'rebuttal -> #‸',
      'rebuttal (Ada) -> #two, #‸',
      'see [[#‸]]',
      'claim: see [[#‸',
      'support -> <my note#five>, #o‸',
    ])
      assert.deepEqual(labels(workspace(line)), own, line);
  });

  it('is offered with the paths of other notes before there is a mark', () => {
    const all = ['#two', '#one', '#three', 'my note', 'deep/b'];
    for (const line of ['rebuttal -> ‸', 'rebuttal ->‸', 'rebuttal -> #one,‸', '[[‸]]', 'x [[de‸'])
      assert.deepEqual(labels(workspace(line)), all, line);
  });

  it('is that of another note behind its path', () => {
    for (const line of ['rebuttal -> deep/b#‸', '[[deep/b#f‸]]', 'rebuttal -> #one, deep/b#‸:'])
      assert.deepEqual(labels(workspace(line)), ['#four'], line);
    assert.deepEqual(labels(workspace('rebuttal -> <my note#‸')), ['#five']);
    assert.deepEqual(labels(workspace('rebuttal -> nowhere#‸')), []);
  });

  it('is not offered where an id is given, nor in prose', () => {
    for (const line of [
      'claim #‸',
      'claim #‸: x',
      'prose #‸',
      '#‸',
      '# ‸',
      'claim: -> #‸',
      'x [#‸',
      '> [[#‸]]',
      '`[[#‸]]`',
      'rebuttal -> #one ‸',
    ])
      assert.deepEqual(labels(workspace(line)), [], line);
  });

  it('does not offer a statement to itself', () => {
    assert.deepEqual(labels({ a: 'claim #x: A\nrebuttal #y -> #‸: B' }), ['#x']);
  });

  it('writes what is missing around it', () => {
    const line = (text: string, label: string) => taken(workspace(text), label).split('\n').slice(2, -1).join('\n');
    assert.equal(line('rebuttal ->‸', '#one'), 'rebuttal -> #one');
    assert.equal(line('rebuttal -> ‸: x', '#one'), 'rebuttal -> #one: x');
    assert.equal(line('rebuttal -> #o‸ld: x', '#one'), 'rebuttal -> #one: x');
    assert.equal(line('rebuttal -> #one,‸', '#two'), 'rebuttal -> #one, #two');
    assert.equal(line('[[#‸', '#one'), '[[#one]]');
    assert.equal(line('[[#‸]', '#one'), '[[#one]]');
    assert.equal(line('[[#t‸]] more', '#one'), '[[#one]] more');
    assert.equal(line('[[‸', '#one'), '[[#one]]');
    assert.equal(line('rebuttal -> de‸', 'deep/b'), 'rebuttal -> deep/b#');
    assert.equal(line('rebuttal ->‸', 'my note'), 'rebuttal -> <my note#');
    assert.equal(line('rebuttal -> <my n‸', 'my note'), 'rebuttal -> <my note#');
    assert.equal(line('rebuttal -> <my note#‸', '#five'), 'rebuttal -> <my note#five>');
    assert.equal(line('[[my‸]]', 'my note'), '[[my note#]]');
  });

  it('is found by the words of the statement, which is shown', () => {
    const { service, uri, position } = asked(workspace('rebuttal -> #‸'));
    const options = { ...MODERN, labelDetails: false };
    const item = service.across.completion(uri, position, options)?.items.find(({ label }) => label === '#one');
    assert.ok(item);
    assert.equal(item.filterText, '#one First words');
    assert.equal(item.detail, 'First words');
    assert.equal(item.kind, CompletionItemKind.Reference);
    assert.equal(item.insertTextFormat, InsertTextFormat.PlainText);
    assert.deepEqual(service.across.resolveCompletion(item, false).documentation, {
      kind: 'plaintext',
      value: 'Claim (a, line 1)\n\nFirst words\n\nStands: nothing attacks it.',
    });
    service.deleteNote(uri);
    assert.equal(service.across.resolveCompletion(item, false), item);
  });

  it('tells the title of a note, and goes on where the client can', () => {
    const { service } = asked({ a: '[[‸]]', b: '---\ntitle: B note\n---\n' });
    const [item] = completions({ a: '[[‸]]', b: '---\ntitle: B note\n---\n' }, { suggest: 'client.suggest' });
    assert.ok(item);
    assert.equal(item.command?.command, 'client.suggest');
    assert.equal(service.across.resolveCompletion(item, false).detail, 'B note');
    assert.equal(completions({ a: '[[‸]]', b: '' })[0]?.command, undefined);
  });

  it('keeps to two hundred at once, looked for by what is typed', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `claim #id${i}: words\n`).join('');
    const { service, uri, position } = asked({ a: `${many}rebuttal -> #299‸` });
    const list = service.across.completion(uri, position, MODERN);
    assert.equal(list?.isIncomplete, true);
    assert.deepEqual(
      list?.items.slice(0, 2).map(({ label }) => label),
      ['#id2999', '#id2998'],
    );
    assert.ok((list?.items.length ?? 0) <= 200);
  });
});
