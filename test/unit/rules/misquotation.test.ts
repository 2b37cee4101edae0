import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { applyFix } from '../../support/applyFix';
import { serviceWith, uriOf } from '../../support/notes';
import { holds } from '../../support/property';

const RULE = 'misquotation';
const SOURCE = uriOf('a');
const NOTE = uriOf('b');

function findingsIn(source: string, note: string) {
  const service = serviceWith([
    [SOURCE, source],
    [NOTE, note],
  ]);
  return service.linter.findings(NOTE).filter(({ rule }) => rule === RULE);
}

/** Words of their own in each place of a text, and some that stand everywhere. */
const word = fc.constantFrom('', '', '', '', 'the', 'of', 'judge', 'it’s');
const said = fc
  .array(word, { minLength: 14, maxLength: 40 })
  .map((words) => words.map((one, at) => one || `word${at}`));

/** How some words of a quotation are to differ from those of its source. */
const edit = fc.record({
  at: fc.nat(40),
  kind: fc.constantFrom('another', 'without', 'with'),
  count: fc.integer({ min: 1, max: 2 }),
});

function edited(words: readonly string[], edits: readonly { at: number; kind: string; count: number }[]): string[] {
  const after = [...words];
  for (const { at, kind, count } of edits) {
    const place = at % after.length;
    const fresh = Array.from({ length: count }, (_, i) => `new${i}`);
    after.splice(place, kind === 'with' ? 0 : count, ...(kind === 'without' ? [] : fresh));
  }
  return after;
}

/** Ways to quote some words. */
const form = fc.constantFrom<(words: readonly string[], width: number) => string>(
  (words) => `So “${words.join(' ')}”, it is said.`,
  (words) => `"${words.join(' ')}"`,
  (words) => `Sie sagt „${words.join(' ')}“, er »nein«.`,
  (words) => `« ${words.join(' ')} »`,
  (words, width) => lines(words, width, '> '),
  (words, width) => `claim: x\n${lines(words, width, '  > ')}`,
  (words, width) => lines(words, width, '>> '),
);

function lines(words: readonly string[], width: number, mark: string): string {
  const all: string[] = [];
  for (let at = 0; at < words.length; at += width) all.push(mark + words.slice(at, at + width).join(' '));
  return all.join('\n');
}

describe('misquotation', () => {
  it('is gone once the original words are restored, and nothing but words has changed', () => {
    let found = 0;
    holds(
      fc.tuple(said, fc.array(edit, { minLength: 1, maxLength: 3 }), fc.nat(20), form, fc.integer({ min: 1, max: 9 })),
      ([words, edits, out, quote, width]) => {
        const source = `claim (Ada): ${words.join(' ')}.`;
        const left = out > 12 ? words : [...words.slice(0, out), '…', ...words.slice(out + 3)];
        const note = quote(edited(left, edits), width);
        const [finding] = findingsIn(source, note);
        if (!finding) return;
        found++;
        const [fix] = finding.fixes();
        assert.ok(fix);
        const after = applyFix(note, fix);
        assert.deepEqual(findingsIn(source, after), [], `${note}\n${finding.message}\n${after}`);
        const marks = (text: string) => text.split('\n').map((line) => /^[\s>]*/.exec(line)?.[0]);
        const kept = marks(note);
        for (const mark of marks(after)) assert.ok(kept.includes(mark), after);
      },
    );
    assert.ok(found > 10, `${found} misquotations`);
  });

  it('is not found where the words are those of the source, however they are wrapped, cut and marked', () => {
    const cut = fc.record({
      from: fc.nat(4),
      to: fc.nat(4),
      out: fc.integer({ min: 6, max: 30 }),
      count: fc.integer({ min: 0, max: 6 }),
      omission: fc.constantFrom('…', '...', '[...]', '[…]', '. . .', '(...)'),
      isLoud: fc.boolean(),
    });
    holds(
      fc.tuple(said, cut, form, fc.integer({ min: 1, max: 9 })),
      ([words, { from, to, out, count, omission, isLoud }, quote, width]) => {
        const kept: string[] = words.slice(from, words.length - to).map((one) => (isLoud ? one.toUpperCase() : one));
        if (count > 0 && out + count < kept.length - 6) kept.splice(out, count, omission);
        const note = quote(kept, width);
        assert.deepEqual(
          findingsIn(`Well, ${words.join(' ')}.`, note).map(({ message }) => message),
          [],
          note,
        );
      },
    );
  });

  it('keeps marks, line breaks and omissions when the original words are restored', () => {
    const check = (source: string, note: string, expected: string) => {
      const [fix] = findingsIn(source, note)[0]?.fixes() ?? [];
      assert.equal(fix && applyFix(note, fix), expected);
      assert.deepEqual(findingsIn(source, expected), []);
    };
    const [head, tail] = ['Nobody pays a judge for having been', 'by the better speaker of the two.'];
    const said = `${head} persuaded ${tail}`;
    check(said, `> ${head}\n> won\n> over ${tail}`, `> ${head}\n> persuaded\n> ${tail}`);
    check(said, `> ${head}\n> won over\n> ${tail}`, `> ${head}\n> persuaded\n> ${tail}`);
    check(
      `${head} quite persuaded ${tail}`,
      `> ${head}\n> won\n> over ${tail}`,
      `> ${head}\n> quite\n> persuaded ${tail}`,
    );
    check(
      `${head}, “quite” and “truly”, persuaded ${tail}`,
      `“${head} persuaded ${tail}”`,
      `“${head}, ‘quite’ and ‘truly’, persuaded ${tail}”`,
    );
    check(`${head} "quite" persuaded ${tail}`, `"${head} persuaded ${tail}"`, `"${head} 'quite' persuaded ${tail}"`);
    check(`${head} “quite” persuaded ${tail}`, `> ${head} persuaded ${tail}`, `> ${head} “quite” persuaded ${tail}`);
    check(
      `claim (Ada): ${head} persuaded, or so.\nrebuttal (Bo): As if ${tail}`,
      `> ${head} persuaded ${tail}`,
      `> ${head} persuaded, or so As if ${tail}`,
    );
    check(`claim (Ada): ${head} persuaded\nrebuttal (Bo): ${tail}`, `> ${head} ${tail}`, `> ${head} persuaded ${tail}`);
    const link = 'https://example.org/won';
    check(said, `> ${head} ${link} fairly persuaded ${tail}`, `> ${head} ${link} persuaded ${tail}`);
    check(said, `> ${head} fairly ${link} persuaded ${tail}`, `> ${head} ${link} persuaded ${tail}`);
    check(said, `> ${head} \`a\` fairly ${link} persuaded ${tail}`, `> ${head} \`a\`  ${link} persuaded ${tail}`);
    const words = Array.from({ length: 18 }, (_, i) => `word${i}`);
    const rest = words.slice(11).join(' ');
    check(words.join(' '), `“word1 word2 … new0 new1 word8 ${rest}”`, `“word1 word2 … word8 word9 word10 ${rest}”`);
  });

  it('is told in every language, without a space where there is none', () => {
    const source = '辩论对所有模型来说都很便宜而且法官最终会因为正确而得到报酬';
    const note = `> ${source.replace('便宜', '昂贵')}`;
    const [finding] = findingsIn(source, note);
    assert.match(finding?.message ?? '', /“昂贵” for “便宜”/);
    const [fix] = finding?.fixes() ?? [];
    assert.equal(fix && applyFix(note, fix), `> ${source}`);
    const [left] = findingsIn(source, `> ${source.replace('最终', '')}`)[0]?.fixes() ?? [];
    assert.equal(left && applyFix(`> ${source.replace('最终', '')}`, left), `> ${source}`);
  });
});
