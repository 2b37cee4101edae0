import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Notes } from '../../../server/src/workspace/notes';
import { holds } from '../../support/property';

/** Words that no two sentences have in common, but for a few that many have. */
const sentence = (number: number) =>
  Array.from({ length: 14 }, (_, i) =>
    i % 4 === 3 ? ['of', 'the', 'and', 'a'][(number + i) % 4] : `w${number}x${i}`,
  ).join(' ');

const SENTENCES = Array.from({ length: 40 }, (_, number) => `${sentence(number)}.`);

/** A sentence as it is, or with a word that is another; in a paragraph, a claim, a quotation, or after a stock phrase. */
const line = fc
  .tuple(
    fc.nat(SENTENCES.length - 1),
    fc.nat(30),
    fc.constantFrom('', '', '', 'claim: ', '> ', '# ', 'it seems to me that on the whole '),
  )
  .map(([number, word, before]) => {
    const words = (SENTENCES[number] as string).split(' ');
    if (word < words.length) words[word] = `other${word}`;
    return `${before}${words.join(' ')}`;
  });

/** Notes are long enough to be read in several chunks. */
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', ' ')), { maxLength: 70 })
  .map((lines) => lines.flat().join(''));

const names = ['a', 'b', 'c', 'd'].map((name) => `file:///${name}.debate`);
const name = fc.constantFrom(...names);

/** What happens to a workspace. */
const step = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set' as const), name, text }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), name, at: fc.nat(5000), length: fc.nat(120), line }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), name, to: name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask' as const), name }) },
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function apply(notes: Notes, step: Step): void {
  const before = notes.get(step.name)?.text;
  if (step.kind === 'ask') ask(notes, step.name);
  else if (step.kind === 'set') notes.set(step.name, step.text);
  else if (before === undefined) return;
  else if (step.kind === 'edit') {
    const at = Math.min(step.at, before.length);
    notes.set(step.name, `${before.slice(0, at)}${step.line}\n${before.slice(at + step.length)}`);
  } else {
    notes.delete(step.name);
    if (step.kind === 'rename') notes.set(step.to, before);
  }
}

/** All that is known of the passages of a note, in a form that can be compared. */
function ask(notes: Notes, uri: string) {
  const repeats = notes.repeatsIn(uri).map((repeat) => ({
    ...repeat,
    first: { note: repeat.first.note.uri, range: repeat.first.range },
  }));
  const quotations = notes.quotationsIn(uri).map((quotation) => ({
    ...quotation,
    source: { note: quotation.source.note.uri, range: quotation.source.range },
  }));
  return { repeats, quotations };
}

describe('passages of notes that change', () => {
  it('are those of notes that were read just now', () => {
    const start = fc.array(fc.tuple(name, text), { minLength: 2, maxLength: 4 });
    holds(fc.tuple(start, fc.array(step, { minLength: 1, maxLength: 12 })), ([texts, steps]) => {
      const notes = new Notes();
      for (const [uri, source] of texts) notes.set(uri, source);
      for (const each of steps) apply(notes, each);
      const fresh = new Notes();
      for (const uri of names.toReversed()) {
        const source = notes.get(uri)?.text;
        if (source !== undefined) fresh.set(uri, source);
      }
      for (const uri of names) assert.deepEqual(ask(notes, uri), ask(fresh, uri), uri);
    });
  });

  it('come and go with what many places have in common', () => {
    const stock = 'as I have already said in an earlier reply to all of you';
    const number = fc.integer({ min: 0, max: 30 });
    holds(fc.array(number, { minLength: 1, maxLength: 40 }), (numbers) => {
      const notes = new Notes();
      const uri = (i: number) => `file:///n${String(i).padStart(2, '0')}.debate`;
      for (let i = 0; i < 12; i++) notes.set(uri(i), `${sentence(i)} ${stock} ${sentence(40 + i)}`);
      notes.set('file:///z.debate', `${stock}\n\n${sentence(3)} ${stock}`);
      for (const i of numbers) {
        if (notes.get(uri(i))) notes.delete(uri(i));
        else notes.set(uri(i), `${sentence(60 + i)} ${stock} ${sentence(3)}`);
        ask(notes, 'file:///z.debate');
      }
      const fresh = new Notes();
      for (const { uri: each, text: source } of notes.all()) fresh.set(each, source);
      for (const { uri: each } of notes.all()) assert.deepEqual(ask(notes, each), ask(fresh, each), each);
    });
  });

  it('are found around what hundreds of places have in common, and around no more of those that are gone', () => {
    const stock = 'as I have already said in an earlier reply to all of you';
    const uri = (i: number) => `file:///n${String(i).padStart(3, '0')}.debate`;
    const source = (i: number) => `${sentence(100 + i)} ${stock} ${sentence(1000 + i)}`;
    const notes = new Notes();
    notes.set('file:///z.debate', `${stock} ${sentence(1001)}\n\n${stock}`);
    for (let i = 0; i < MANY; i++) notes.set(uri(i), source(i));
    ask(notes, 'file:///z.debate');
    for (let i = 20; i < MANY; i++) notes.delete(uri(i));
    notes.set(uri(20), source(1));
    const fresh = new Notes();
    for (const { uri: each, text: its } of notes.all()) fresh.set(each, its);
    for (const { uri: each } of notes.all()) assert.deepEqual(ask(notes, each), ask(fresh, each), each);
    assert.equal(notes.repeatsIn(uri(20)).length, 1);
  });
});

/** More than the places of a fingerprint up to which the grams around them are kept. */
const MANY = 530;
