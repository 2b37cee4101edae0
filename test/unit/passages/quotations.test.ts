import assert from 'node:assert/strict';
import { Notes } from '../../../server/src/workspace/notes';
import { comesBefore } from '../../../server/src/workspace/noteUri';
import { markedNotes, type NoteRange, type Workspace } from '../../support/notes';

/**
 * Marks stand around every quotation that has a source and around its source, and are numbered in the order they open.
 * @param source one note, or several by name
 * @param expected `2=1` for "mark 2 quotes mark 1", `2≈1` for "misquotes", in the order of the notes and of the text
 */
function check(source: string | Workspace, ...expected: string[]) {
  const { texts, ranges } = markedNotes(typeof source === 'string' ? { note: source } : source);
  const notes = new Notes();
  for (const [uri, text] of texts) notes.set(uri, text);
  const name = ({ uri, range }: NoteRange) => {
    const at = ranges.findIndex(
      (mark) => mark.uri === uri && mark.range.start === range.start && mark.range.end === range.end,
    );
    return at < 0 ? `“${texts.get(uri)?.slice(range.start, range.end)}”` : String(at + 1);
  };
  const found = [...texts.keys()]
    .sort((a, b) => (comesBefore(a, b) ? -1 : 1))
    .flatMap((uri) =>
      notes.quotationsIn(uri).map(({ range, source: from, similarity, isVerbatim }) => {
        assert.ok(isVerbatim ? similarity === 1 : similarity >= 0.6 && similarity < 1, String(similarity));
        return `${name({ uri, range })}${isVerbatim ? '=' : '≈'}${name({ uri: from.note.uri, range: from.range })}`;
      }),
    );
  assert.deepEqual(found, expected);
}

const SAID = 'nobody pays a judge for having been persuaded by the better speaker of the two';

describe('quotations', () => {
  it('have the words of a source, before them or behind', () => {
    check(`Well, ⟦${SAID}⟧.\n\n> ⟦${SAID}⟧`, '2=1');
    check(`> ⟦${SAID}⟧\n\nWell, ⟦${SAID}⟧.`, '1=2');
    check({ a: `claim: x\n  > ⟦${SAID}⟧`, b: `claim: ⟦${SAID}⟧` }, '1=2');
    check(`⟦${SAID}⟧\n\nand so “⟦${SAID}⟧”, he said`, '2=1');
    check(
      `⟦${SAID}⟧\n\n> ⟦Nobody pays a judge, for having\n> been persuaded by the better\n>> speaker of the two⟧!`,
      '2=1',
    );
  });

  it('are told apart by their marks where several are laid into each other', () => {
    const [first, second] = [`${SAID} of us.`, 'A claim that nobody has ever tested is no reason to believe in it.'];
    const [head, tail] = [first.slice(0, -1), second.slice(0, -1)];
    const claim = `claim (Ada): ⟦${head}⟧. ⟦${tail}⟧.`;
    check(`${claim}\n\n> > ⟦${head}⟧.\n> Why is that so?\n> > ⟦${tail}⟧.\n> Well`, '3=1', '4=2');
    check(`${claim}\n\n>> ⟦${head}⟧\n> Why is that so\n>> ⟦${tail}⟧`, '3=1', '4=2');
  });

  it('have the source that they are verbatim from, though one that is nearly so comes first', () => {
    const nearly = SAID.replace('better', 'much better');
    check(`claim: ${nearly}\nclaim: ⟦${SAID}⟧\n\n> ⟦${SAID}⟧`, '2=1');
    check({ a: `claim: ${nearly}`, b: `claim: ⟦${SAID}⟧`, c: `“⟦${SAID}⟧”` }, '2=1');
    const [head, tail] = ['nobody pays a judge for having been', 'by the better speaker of the two'];
    const cut = `> ⟦${head} … ${tail}⟧`;
    check(`claim: ⟦${head} won or persuaded ${tail}⟧\nclaim: ${head} won ${tail}\n\n${cut}`, '2=1');
  });

  it('have a source though the words before them are repeated from there, too', () => {
    const before = 'Cars should be banned from the inner city by the end of next year.';
    check({ a: `${before} ⟦${SAID}⟧. No.`, b: `${before}\n\n“⟦${SAID}⟧.” No.` }, '2=1');
  });

  it('may have remarks on themselves, and items with numbers', () => {
    const [first, second] = [`${SAID} of us.`, 'A claim that nobody has ever tested is no reason to believe in it.'];
    const claim = `claim: ⟦${first} ${second.slice(0, -1)}⟧.`;
    for (const remark of ['(emphasis mine)', '(my emphasis)', '(Italics added.)', '(sic!)', '[sic]']) {
      check(`${claim}\n\n> ⟦${first} ${second.slice(0, 7)} ${remark}${second.slice(7, -1)}⟧`, '2=1');
    }
    check(`claim: x\n\n1. ⟦${first}\n2. ${second.slice(0, -1)}⟧.\n\n> ⟦${first} ${second.slice(0, -1)}⟧`, '2=1');
    check(`${claim}\n\n> 1. ⟦${first}\n> 2. ${second.slice(0, -1)}⟧`, '2=1');
    check(`${claim}\n\n> ⟦${first} ${second.slice(0, 7)} (mine)${second.slice(7, -1)}⟧`, '2≈1');
    check(`${claim}\n\n> ⟦${first}\n> 2 ${second.slice(0, -1)}⟧`, '2≈1');
  });

  it('have none where nobody says it', () => {
    check(`> ${SAID}`);
    check(`> ${SAID}\n\n> ${SAID}`);
    check(`“${SAID}”\n\n> ${SAID}`);
  });

  it('may be a part of what was said', () => {
    check(
      'She said that ⟦nobody pays a judge for having been⟧ persuaded.\n\n> ⟦nobody pays a judge for having been⟧',
      '2=1',
    );
    check(`${SAID.slice(0, 6)} ⟦${SAID.slice(7)}⟧\n\n“⟦${SAID.slice(7)}⟧”`, '2=1');
  });

  it('misquote where a word is another, is left out or put in', () => {
    check(`⟦${SAID}⟧\n\n> ⟦${SAID.replace('persuaded', 'convinced')}⟧`, '2≈1');
    check(`⟦${SAID}⟧\n\n> ⟦${SAID.replace('better ', '')}⟧`, '2≈1');
    check(`⟦${SAID}⟧\n\n“⟦${SAID.replace('better', 'much better')}⟧”`, '2≈1');
    check(`⟦${SAID}⟧\n\n> ⟦${SAID.replace('of the two', 'of all')}⟧`, '2≈1');
    check(`So ⟦${SAID}⟧\n\n> ⟦${SAID.replace('nobody', 'somebody')}⟧`, '2≈1');
    check(`So ⟦${SAID}⟧\n\n> ⟦${SAID.replace('pays ', '')}⟧`, '2≈1');
    check(`So ⟦${SAID}⟧ there\n\n> ⟦${SAID.replace('of the ', '')}⟧`, '2≈1');
  });

  it('do not misquote where they say what they leave out or put in', () => {
    const [head, tail] = ['nobody pays a judge for having been', 'by the better speaker of the two'];
    check(`⟦${head} persuaded ${tail}⟧\n\n> ⟦${head} … ${tail}⟧`, '2=1');
    check(`⟦${head} persuaded ${tail}⟧\n\n> ⟦${head} [...] ${tail}⟧`, '2=1');
    check(`⟦${head} persuaded ${tail}⟧\n\n> ⟦${head} [won over] ${tail}⟧`, '2=1');
    check(
      `⟦${head} persuaded in a long and very winding way that nobody follows ${tail}⟧\n\n> ⟦${head} … ${tail}⟧`,
      '2=1',
    );
  });

  it('do not misquote where only letters in brackets are others', () => {
    check(`⟦${SAID}⟧.\n\n> [⟦N]obody ${SAID.slice(7)}⟧.`, '2=1');
    check(`So ⟦${SAID}⟧.\n\n“⟦${SAID.replace('having', '[h]aving')}⟧”`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦${SAID.replace('judge', 'judge[s]')}⟧`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦${SAID.replace('persuaded', 'persuad[ing]')}⟧`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦${SAID.replace('pays', 'pays [sic]')}⟧`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦${SAID.replace('for having been', '[for being]')}⟧`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦${SAID.replace('of the two', '[there')}⟧]`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦${SAID.replace('persuaded', 'convinced[1]')}⟧`, '2≈1');
  });

  it('do not misquote where they leave out what the source has in brackets', () => {
    check(`⟦${SAID.replace('persuaded', 'persuaded[12]')}⟧.\n\n> ⟦${SAID}⟧`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦${SAID.replace('persuaded', 'persuaded[3]')}⟧`, '2=1');
  });

  it('do not misquote where case, marks and letter forms are others', () => {
    check(`⟦Don't say that ${SAID}⟧!\n\n> *⟦don’t* _say_ “that” — ${SAID.toUpperCase()}⟧…`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦nobody pays a judge for having been . . . by the better speaker of the two⟧`, '2=1');
  });

  it('do not misquote where a name or a remark stands beside the words', () => {
    check(`⟦${SAID}⟧.\n\n> Ada wrote: ⟦${SAID}⟧`, '2=1');
    check(`⟦${SAID}⟧.\n\n> ⟦${SAID}⟧ (my emphasis)`, '2=1');
    check(`Well, ⟦${SAID}⟧, or so.\n\n> Ada: ⟦${SAID}⟧ (my emphasis)`, '2=1');
    check(`Well, ⟦${SAID}⟧, or so.\n\n> Ada — ⟦${SAID}⟧ – so far`, '2=1');
  });

  it('quote what is most alike, of the same the first', () => {
    const other = SAID.replace('judge', 'jury');
    check({ a: other, b: `⟦${SAID}⟧`, c: SAID, d: `> ⟦${SAID}⟧` }, '2=1');
  });

  it('are not accused for having other words', () => {
    check(`${SAID}\n\n> nobody pays a judge for having a good time with all the others in the bar`);
    check('we can not do that\n\n“we can not do this”');
  });

  it('are several paragraphs, each with a source of its own', () => {
    const other = 'It is easier to check one step than to plan a hundred of them at once';
    check({ a: `⟦${SAID}⟧.`, b: `⟦${other}⟧.`, c: `“⟦${other}⟧” and “⟦${SAID}⟧”` }, '3=2', '4=1');
  });

  it('are several in a row, each with a source of its own', () => {
    const other = 'It is easier to check one step than to plan a hundred of them at once';
    check(`⟦${SAID}⟧.\n\n⟦${other}⟧.\n\n# H\n\n> ⟦${SAID}⟧.\n\n> ⟦${other}⟧.`, '3=1', '4=2');
    const edited = (said: string) => said.replace('judge', 'jury').replace('plan', 'make');
    check(
      {
        a: `${edited(SAID)}.\n\n${edited(other)}.`,
        b: `⟦${SAID}⟧.\n\n⟦${other}⟧.`,
        c: `> ⟦${SAID}⟧.\n\n> ⟦${other}⟧.`,
      },
      '3=1',
      '4=2',
    );
  });

  it('are several paragraphs behind one mark, too, and may leave out what stands between', () => {
    const other = 'It is easier to check one step than to plan a hundred of them at once';
    check(`⟦${SAID}⟧.\n\nWell, now.\n\n⟦${other}⟧.\n\n> ⟦${SAID}⟧.\n>\n> ⟦${other}⟧.`, '3=1', '4=2');
    check({ a: `⟦${SAID}⟧.\r\n\r\n⟦${other}⟧`, b: `x\r\n> ⟦${other}⟧\r\n>   \r\n> ⟦${SAID}⟧` }, '3=2', '4=1');
  });

  it('follow the edits of their source', () => {
    const notes = new Notes();
    notes.set('file:///a.debate', `claim: ${SAID}`);
    notes.set('file:///b.debate', `> ${SAID}`);
    const similarities = () => notes.quotationsIn('file:///b.debate').map(({ similarity }) => similarity);
    assert.deepEqual(similarities(), [1]);
    notes.set('file:///a.debate', `claim: ${SAID.replace('better', 'best')}`);
    assert.ok((similarities()[0] ?? 0) < 1 && similarities().length === 1);
    assert.equal(notes.quotationAt('file:///b.debate', 10)?.source.note.uri, 'file:///a.debate');
    assert.equal(notes.quotationAt('file:///b.debate', 0), null);
    notes.delete('file:///a.debate');
    assert.deepEqual(similarities(), []);
  });
});
