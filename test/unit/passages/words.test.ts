import assert from 'node:assert/strict';
import { unitsOf, wordsOf } from '../../../server/src/passages/passageText';
import { FLAG, rangeOfWords, type Words } from '../../../server/src/passages/words';
import { parse } from '../../../server/src/syntax/parse';
import { marked, withMarks } from '../../support/marks';

const read = (text: string): Words => wordsOf(parse(text));

/** Which words have a flag, as 1 and 0. */
const flagged = (text: string, flag: number) => [...read(text).flags].map((flags) => (flags & flag ? 1 : 0)).join('');

/** `⟦…⟧` stands around every word. */
function check(source: string) {
  const { text } = marked(source);
  const words = read(text);
  const ranges = Array.from({ length: words.count }, (_, i) => rangeOfWords(text, words, i, i + 1));
  assert.equal(withMarks(text, ranges), source);
}

function hashes(text: string): number[] {
  return [...read(text).hashes];
}

function same(...texts: string[]) {
  for (const text of texts) assert.deepEqual(hashes(text), hashes(texts[0] ?? ''), text);
}

function different(a: string, b: string) {
  assert.notDeepEqual(hashes(a), hashes(b));
}

describe('words of a note', () => {
  it('are runs of letters and digits', () => {
    check('');
    check('⟦Debate⟧, ⟦we⟧ ⟦say⟧—⟦at⟧ ⟦GPT⟧-⟦4⟧ — ⟦50⟧% …');
    check('⟦naïve⟧ ⟦Ωμέγα⟧ ⟦числа⟧ ⟦٣٤⟧');
    check('_⟦emphasis⟧_ **⟦strong⟧** [⟦link⟧]');
  });

  it('keep apostrophes inside, not around', () => {
    check("⟦don’t⟧ ⟦rock’n’roll⟧ ‘⟦quoted⟧’ '⟦so⟧' ⟦dogs⟧’");
  });

  it('keep combining marks', () => {
    check('⟦cafe\u0301⟧ ⟦हिन्दी⟧');
  });

  it('have ranges in UTF-16 units', () => {
    check('🙂 ⟦after⟧ ⟦𝔞𝔟⟧ 👩‍👩‍👧 ⟦end⟧');
  });

  it('leave out URLs', () => {
    check('⟦see⟧ https://arxiv.org/abs/2107.03374 ⟦or⟧ HTTP://x.org/a?b=c ⟦or⟧ www.x.org/d ⟦now⟧');
    check('⟦httpsfoo⟧ ⟦awww⟧.⟦x⟧');
  });

  it('leave out code, comments, front matter and headers', () => {
    check('---\ntitle: not a word\n---\n⟦a⟧ `not these` ⟦b⟧ <!-- nor these --> ⟦c⟧');
    check('⟦a⟧\n\n```\nnot these\n```\n\n⟦b⟧');
    check('# no heading\n\n- claim #no (No One) -> #not: ⟦this⟧ ⟦one⟧\n  > ⟦and⟧ ⟦these⟧\n<!-- not\nthese -->\n⟦rest⟧');
  });

  it('are none in HTML tags and character references, but in other angle brackets', () => {
    check('<div class="not these" id=nor data-x=\'this\'>⟦these⟧ <b>⟦are⟧</b><br/>&nbsp;⟦words⟧&#39;</div>');
    check('<⟦snip⟧ ⟦the⟧ ⟦rest⟧> ⟦a⟧ < ⟦b⟧ & ⟦c⟧; <⟦p⟧ ⟦class⟧="⟦x⟧"\n> ⟦y⟧');
  });

  it('are none in the lines that mail programs put above quotations', () => {
    check('On Mon, Jan 6, 2025 at 10:12 AM Ada <ada@example.org> wrote:\n> ⟦this⟧');
    check('⟦a⟧\nOn Mon, 6 Jan 2025 Ada\n<ada@example.org> wrote:\n> Am 6.1.25 um 10:12 schrieb Bo:\n> > ⟦b⟧');
    check('⟦The⟧ ⟦court⟧ ⟦wrote⟧:\n> ⟦a⟧\n\n⟦At⟧ ⟦10⟧:⟦12⟧ ⟦she⟧ ⟦wrote⟧: ⟦no⟧');
    assert.equal(flagged('> a\n> On 6 May at 10:12 Bo wrote:\n> > b c', FLAG.paragraph), '110');
  });

  it('are one a character in scripts without spaces', () => {
    check('⟦人⟧⟦工⟧⟦智⟧⟦能⟧，⟦か⟧⟦な⟧⟦カ⟧⟦ナ⟧ ⟦AI⟧⟦と⟧');
    check('⟦コ⟧⟦ー⟧⟦ヒ⟧⟦ー⟧');
    check('⟦ก⟧⟦ำ⟧ ⟦한국어⟧');
  });

  it('of which a character in a script without spaces counts half', () => {
    assert.deepEqual([...read('ab 人 コー 한국').flags].map(unitsOf), [2, 1, 1, 1, 2]);
  });

  it('hold invisible characters, which do not count', () => {
    check('⟦maxi\u00admum⟧ ⟦maxi\u200b\u2060mum⟧\u200b ⟦a⟧ \u00ad \ufeff⟦b⟧\u200d');
    same('maximum', 'maxi\u00admum', 'ma\u200bx\u200ci\u200dm\u2060u\ufeffm', 'MAXI\u00adMUM');
    same('café', 'cafe\u00ad\u0301');
    same("don't", 'do\u00adn’t');
    same('ไทย', 'ไ\u200bท\u200bย');
  });

  it('are compared without case, whichever Unicode form they have', () => {
    same('Claims', 'claims', 'CLAIMS');
    same('Ωμέγα', 'ΩΜΈΓΑ');
    same('café', 'cafe\u0301');
    same('file', 'ﬁle', 'ｆｉｌｅ');
    same("don't", 'don’t', 'donʼt', 'DON’T');
    same("l'été", 'l’été');
    different('cafe', 'café');
    different("we'll", 'well');
  });

  it('begin anew where no passage may run on', () => {
    const text = 'a b\n\nc\n\n# x\n\nd\n> e f\n\ng h';
    assert.equal(flagged(text, FLAG.breaks), '10011010');
    assert.equal(flagged(text, FLAG.quoted), '00001100');
  });

  it('are declared inside `>` and in quotation marks around more than four of them', () => {
    const quoted = (text: string) => flagged(text, FLAG.quoted);
    assert.equal(quoted('a “b c d e” f “g h i j k” l'), '000000111110');
    assert.equal(quoted('> a “b” c\n\n"d e f g h"\n\ni'), '111111110');
    assert.equal(quoted('“一二三四五六七八”“一二三四五六七八九”'), '00000000111111111');
    assert.equal(quoted('“” “ “a b c d e'), '00000');
    assert.equal(quoted('„a b c d e“ f »g h i j k« l « m n o p q »'), '11111011111011111');
    assert.equal(quoted('「一二三四五六七八九」一'), '1111111110');
  });

  it('know where sentences and paragraphs begin', () => {
    const text = 'a b. C 3.5 d! e\nf? g\n\nh\nclaim: i';
    assert.equal(flagged(text, FLAG.sentence), '10100010111');
    assert.equal(flagged(text, FLAG.paragraph), '10000000011');
  });

  // In quadratic time these take longer than a test may.
  it('cost no walk over invisible characters', () => {
    assert.equal(read(`a${'\u00ad'.repeat(300_000)} b`).count, 2);
  });

  it('cost no walk to the next word where there is none', () => {
    assert.equal(read('!\n'.repeat(40_000)).count, 0);
  });
});
