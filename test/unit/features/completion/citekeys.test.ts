import assert from 'node:assert/strict';
import { citing, type Files } from '../../../support/citing';
import { completions, labels, taken } from '../../../support/completed';
import type { Workspace } from '../../../support/notes';

const FILES: Files = {
  'a.bib':
    '@misc{perez2022, author = {Perez, Ethan and Luko{\\v{s}}i{\\=u}t{\\.e}, Kamil}, year = 2022, title = {Discovering Behaviors}}\n' +
    '@misc{chen2021, author = {Chen, Mark and A, B and C, D}, year = 2021, title = {Evaluating Code}}\n' +
    '@misc{perez:red, title = {Red Teaming}}\n@misc{a--b, title = {Odd}}\n',
  'b.bib': '@misc{chen2021, title = {Another}}\n@misc{zed, title = {Last}}\n',
};
const ALL = ['perez2022', 'chen2021', 'perez:red', 'a--b', 'zed'];

const offered = (text: string) => labels({ a: text }, {}, FILES);

describe('completion of citation keys', () => {
  it('offers every key of the bibliographies once, in brackets and in cite lines', () => {
    for (const text of [
      'see [@‸]',
      'see [@‸',
      'see [e.g. @chen2021, p. 3; -@‸]',
      'see [@chen2021;\n@‸',
      'claim: A [@‸\n\nB',
      '- cite: @‸',
      'cite (Ada) -> #x: @‸',
      'claim: A\n  cite: arXiv:2107.03374; @‸',
      'cite: @chen2021;\n  @‸',
      'cite: @{‸',
    ]) {
      assert.deepEqual([...offered(text)].sort(), [...ALL].sort(), text);
    }
  });

  it('offers none where a name is a name, or nothing is written', () => {
    for (const text of [
      'see @‸',
      'claim: A @‸',
      '[x] @‸',
      '[[@‸',
      'cite: arXiv:2107.03374 — as @‸',
      'cite: ada@‸',
      'see [ada@‸]',
      'see [a\n\n@‸',
      '> [@‸',
      '`[@‸`',
      '```\ncite: @‸\n```',
    ]) {
      assert.deepEqual(offered(text), [], text);
    }
  });

  it('puts those first that the note cites already', () => {
    assert.deepEqual(offered('cite: @zed; @a--b; @‸').slice(0, 2), ['zed', 'perez2022']);
  });

  it('finds them by key, author, year and title', () => {
    assert.deepEqual(offered('cite: @per‸'), ['perez2022', 'perez:red']);
    assert.deepEqual(offered('cite: @lukosi‸'), ['perez2022']);
    assert.deepEqual(offered('cite: @Lukoši‸'), ['perez2022']);
    assert.deepEqual(offered('cite: @2021‸'), ['chen2021']);
    assert.deepEqual(offered('cite: @evalu‸'), ['chen2021']);
    assert.deepEqual(offered('cite: @another‸'), [], 'the first bibliography that has the key counts');
    assert.deepEqual(offered('cite: @red‸'), ['perez:red']);
  });

  it('says who, when and what, so that the client filters by it, too', () => {
    const [perez, chen] = completions({ a: 'cite: @‸' }, {}, FILES);
    assert.equal(perez?.labelDetails?.description, 'Perez and Lukošiūtė 2022 · Discovering Behaviors');
    assert.equal(chen?.labelDetails?.description, 'Chen et al. 2021 · Evaluating Code');
    assert.match(perez?.filterText ?? '', /^perez2022 .*Lukošiūtė 2022 Discovering Behaviors .*Lukosiute/);
  });

  it('takes the place of the key that is being typed', () => {
    const take = (text: string, label: string) => taken({ a: text }, label, {}, FILES);
    assert.equal(take('cite: @per‸; @chen2021', 'perez2022'), 'cite: @perez2022; @chen2021');
    assert.equal(take('[@p‸erez:x, p. 3]', 'perez:red'), '[@perez:red, p. 3]');
    assert.equal(take('[@p‸. 3]', 'perez2022'), '[@perez2022. 3]');
    assert.equal(take('[@‸]', 'a--b'), '[@{a--b}]');
    assert.equal(take('[@{‸]', 'a--b'), '[@{a--b}]');
    assert.equal(take('[@{a‸-x}]', 'a--b'), '[@{a--b}]');
  });

  it('names those who take part, too, where brackets may hold names', () => {
    const note = (text: string) => ({ a: `---\nparticipants: [Ada]\n---\n${text}` });
    assert.equal(labels(note('[as @‸'), {}, FILES).at(-1), 'Ada');
    assert.deepEqual(labels(note('as @‸'), {}, FILES), ['Ada']);
  });

  it('tells the paper when an item is looked at, and not before', () => {
    const workspace: Workspace = { a: 'cite: @chen‸' };
    const [item] = completions(workspace, {}, FILES);
    assert.ok(item && item.documentation === undefined);
    const { service } = citing(workspace, FILES);
    assert.deepEqual(service.across.resolveCompletion(item, false).documentation, {
      kind: 'plaintext',
      value: 'Evaluating Code\nMark Chen, B A and D C · 2021\n\n@chen2021 in a.bib, line 2',
    });
  });

  it('offers the best of many, and asks for more to be typed', () => {
    const many = Array.from({ length: 1000 }, (_, i) => `@misc{k${i}, title = {Title ${i % 500}}}`).join('\n');
    const { service, uri, position } = citing({ a: 'cite: @499‸' }, { 'a.bib': many });
    const options = { snippets: false, insertReplace: false, labelDetails: false, suggest: null, today: '' };
    const ask = (character: number) => service.across.completion(uri, { ...position, character }, options);
    assert.deepEqual([ask(7)?.items.length, ask(7)?.isIncomplete], [200, true]);
    assert.deepEqual(
      ask(10)?.items.map(({ label }) => label),
      ['k499', 'k999'],
    );
    assert.equal(ask(10)?.isIncomplete, false);
  });
});
