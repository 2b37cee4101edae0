import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ChangeLog } from '../../../server/src/passages/changeLog';
import { DEFAULT_REPEAT_OPTIONS, Passages } from '../../../server/src/passages/passages';
import { parse } from '../../../server/src/syntax/parse';
import { Notes } from '../../../server/src/workspace/notes';
import { comesBefore } from '../../../server/src/workspace/noteUri';
import { markedNotes, type NoteRange, uriOf, type Workspace } from '../../support/notes';

/** Any eight words in a row are a passage. */
const EVERYTHING = { ...DEFAULT_REPEAT_OPTIONS, minWords: 8 };

/**
 * Marks stand around every repeat and every first place, and are numbered in the order they open.
 * @param source one note, or several by name
 * @param expected `2←1` for "mark 2 repeats mark 1", in the order of the notes and of the text
 */
function check(source: string | Workspace, ...expected: string[]) {
  const { texts, ranges } = markedNotes(typeof source === 'string' ? { note: source } : source);
  const notes = new Notes();
  for (const [uri, text] of texts) notes.set(uri, text);
  const name = ({ uri, range }: NoteRange) => {
    const at = ranges.findIndex((mark) => mark.uri === uri && sameRange(mark.range, range));
    return at < 0 ? `“${texts.get(uri)?.slice(range.start, range.end)}”` : String(at + 1);
  };
  const found = [...texts.keys()]
    .sort((a, b) => (comesBefore(a, b) ? -1 : 1))
    .flatMap((uri) =>
      notes.repeatsIn(uri, EVERYTHING).map(({ range, first }) => {
        return `${name({ uri, range })}←${name({ uri: first.note.uri, range: first.range })}`;
      }),
    );
  assert.deepEqual(found, expected);
  const named = new Set(expected.flatMap((pair) => pair.split('←')));
  assert.equal(named.size, ranges.length, 'every mark must be expected');
}

function sameRange(a: NoteRange['range'], b: NoteRange['range']): boolean {
  return a.start === b.start && a.end === b.end;
}

const EIGHT = 'she sells sea shells by the sea shore';
const SEVEN = 'we shall never surrender to the past';

describe('repeated passages', () => {
  it('are runs of eight words', () => {
    check('');
    check(`⟦${EIGHT}⟧\n\n⟦${EIGHT}⟧`, '2←1');
    check(`${SEVEN}\n\n${SEVEN}`);
    check(`x ${SEVEN} y\n\nz ${SEVEN} w`);
  });

  it('are marked exactly on both sides, punctuation around them left out', () => {
    check(`Once: “so, (⟦${EIGHT}⟧)!\n\nThen – ⟦${EIGHT}⟧, twice.`, '2←1');
    check(`one ⟦${EIGHT}⟧ two\n\nthree ⟦${EIGHT}⟧ four`, '2←1');
  });

  it('do not depend on case, punctuation or wrapping', () => {
    check(`⟦${EIGHT}⟧.\n\n⟦She SELLS sea-shells,\n  by the *sea* shore⟧!`, '2←1');
    check("⟦I don't know what they've seen or heard⟧\n\n⟦I don’t know what they’ve **seen** or heard⟧", '2←1');
    check(`⟦${EIGHT}⟧\r\n\r\n⟦she sells sea shells\r\nby the sea shore⟧`, '2←1');
  });

  it('reach as far as the words are equal', () => {
    const long = `${EIGHT} and ${SEVEN} and all of that ${SEVEN.split(' ').reverse().join(' ')}`;
    check(`a ⟦${long}⟧ b\n\nc ⟦${long}⟧ d`, '2←1');
    check(`⟦${EIGHT} (x) and more⟧\n\nnow ⟦${EIGHT}, x and more⟧ but not that`, '2←1');
  });

  it('run across paragraphs and statements, whose headers are no words', () => {
    check('⟦she sells sea shells by the sea shore⟧\n\n⟦she sells sea\n\nshells by the sea shore⟧', '2←1');
    check(
      'claim: ⟦she sells sea shells\nsupport #why (Ada): by the sea shore⟧\n\n- rebuttal (Bo): ⟦She sells sea shells by the sea shore⟧.',
      '2←1',
    );
    check(`claim: ⟦${EIGHT} indeed⟧\nrebuttal: x\ncite: y\nclaim #a (B) -> #c: ⟦${EIGHT} indeed⟧`, '2←1');
    check('claim #one (Two Three) -> #four, #five: a\nclaim #one (Two Three) -> #four, #five: b');
  });

  it('are not sought in headings, rules, code, comments or front matter', () => {
    check(`# ${EIGHT}\n\n## ${EIGHT}\n\n${EIGHT}`);
    check(`\`\`\`\n${EIGHT}\n${EIGHT}\n\`\`\`\n\n\`${EIGHT}\` <!-- ${EIGHT} -->\n\n${EIGHT}`);
    check(`---\ntitle: ${EIGHT}\nsource: ${EIGHT}\n---\n${EIGHT}`);
    check(
      'see https://a.org/one/two/three/four/five/six/seven/eight\n\nsee https://a.org/one/two/three/four/five/six/seven/eight',
    );
  });

  it('do not run on over a heading, a rule or the border of a quotation', () => {
    for (const border of ['# heading', '---', '```\ncode\n```', '### (Ada)']) {
      check(`${EIGHT.slice(0, 15)}\n\n${border}\n\n${EIGHT.slice(16)}\n\n===\n\n${EIGHT}`);
    }
    check(`she sells sea\n\n> shells by the sea shore\n\n${EIGHT}`);
  });

  it('are none inside a quotation, on either side', () => {
    check(`${EIGHT}\n\n> ${EIGHT}`);
    check(`> ${EIGHT}\n\n${EIGHT}`);
    check(`${EIGHT}\n\n> She sells sea\n> shells by the\n>> sea shore`);
    check(`claim: ${EIGHT}\n  > ${EIGHT}`);
    check(`${EIGHT}\n\nand so “${EIGHT}”, he said`);
    check(`“${EIGHT}”\n\n${EIGHT}`);
    check(`${EIGHT}\n\nand so "${EIGHT}", he said`);
    check({ a: EIGHT, b: `> ${EIGHT}` });
  });

  it('are left alone where every word is declared by one side or the other', () => {
    check(`“${EIGHT}” ${SEVEN} now\n\n${EIGHT} “${SEVEN} now”`);
  });

  it('count quotations of up to four words, which are names or doubts', () => {
    check('⟦they call her “the best” seller of sea⟧\n\n⟦they call her “the best” seller of sea⟧', '2←1');
    check('⟦they call her the best seller of sea⟧\n\n⟦they call her “the best” seller of sea⟧', '2←1');
    check('⟦I think the "goal" is not myopic here⟧.\n\n⟦I think the “goal” is not myopic here⟧.', '2←1');
    check('⟦they “call her the best” seller of sea⟧\n\n⟦they “call her the best” seller of sea⟧', '2←1');
    check('they “call her the best seller” of sea\n\nthey “call her the best seller” of sea');
    check(`${SEVEN} again\n\n“${SEVEN}” again`);
  });

  it('run through longer quotations, which do not count', () => {
    check(`“⟦${SEVEN}” and ${EIGHT}⟧\n\n“⟦${SEVEN}” and ${EIGHT}⟧`, '2←1');
    check(`⟦${EIGHT}, “${SEVEN}”⟧\n\n⟦${EIGHT}, ${SEVEN}⟧`.replaceAll('”⟧', '⟧”'), '2←1');
    check(`she sells sea shells “${SEVEN}” by the sea\n\nshe sells sea shells “${SEVEN}” by the sea`);
  });

  it('stand after the first occurrence, which is the original', () => {
    check(`⟦${EIGHT}⟧\n\n⟦${EIGHT}⟧\n\n⟦${EIGHT}⟧`, '2←1', '3←1');
    check({ a: `⟦${EIGHT}⟧`, b: `⟦${EIGHT}⟧\n\n⟦${EIGHT}⟧`, c: `⟦${EIGHT}⟧` }, '2←1', '3←1', '4←1');
  });

  it('stand after the first occurrence also where other words lead to a later one', () => {
    const copy = '⟦a b c d e f g h⟧';
    check(`${copy}\n\n${copy}\n\n${copy}`, '2←1', '3←1');
    for (const before of ['i', 'j k', 'l m n', 'o p q r', 's t u v', 'w x y z']) {
      check(`${copy} 1 ${before} ${copy} 2 ${before}5 ${copy}`, '2←1', '3←1');
    }
  });

  it('are found however often a part of them stands elsewhere', () => {
    const others = Array.from({ length: 300 }, (_, i) => `a${i} in the long run we b${i}\n\n`).join('');
    const passage = '⟦apple bridge in the long run we stops⟧';
    check(`${others}${passage}\n\n${passage}`, '2←1');
    check(`${passage}\n\n${others}${passage}`, '2←1');
    check({ a: others, b: passage, c: `${others.replaceAll('a', 'c').replaceAll('b', 'd')}${passage}` }, '2←1');
  });

  it('are found among many that come and go', () => {
    const index = new Passages((a, b) => a < b);
    const set = (note: string, text: string) => index.set(note, parse(text));
    const firsts = () => index.repeatsIn('z', EVERYTHING).map(({ first }) => first.note);
    for (let i = 100; i < 300; i++) set(`n${i}`, `a${i} b${i} c${i} in the long run we d${i} e${i} f${i}`);
    set('z', 'apple bridge in the long run we stops');
    assert.deepEqual(firsts(), []);
    set('n250', 'apple bridge in the long run we stops');
    assert.deepEqual(firsts(), ['n250']);
    set('n150', 'apple bridge in the long run we stops');
    assert.deepEqual(firsts(), ['n150']);
    index.delete('n150');
    assert.deepEqual(firsts(), ['n250']);
    index.delete('n250');
    assert.deepEqual(firsts(), []);
  });

  it('are ordered by the names of the notes, unsaved ones last, whichever came in first', () => {
    check({ b: `⟦${EIGHT}⟧`, a: `⟦${EIGHT}⟧` }, '1←2');
    check({ 'untitled-1': `⟦${EIGHT}⟧`, z: `⟦${EIGHT}⟧` }, '1←2');
  });

  it('are related to the longest earlier passage', () => {
    check(`⟦${EIGHT}⟧ x\n\n⟦⟦${EIGHT}⟧ and ${SEVEN}⟧\n\n⟦${EIGHT} and ${SEVEN}⟧`, '3←1', '4←2');
  });

  it('may follow on each other directly', () => {
    const other = 'all that glitters is not gold on these days';
    check({ a: `⟦${EIGHT}⟧`, b: `⟦${other}⟧`, c: `⟦${EIGHT}⟧ ⟦${other}⟧` }, '3←1', '4←2');
  });

  it('never overlap their first place', () => {
    check('⟦a b c d e f g h i⟧ ⟦a b c d e f g h i⟧ a b c', '2←1');
    check(`⟦${EIGHT}⟧ ⟦${EIGHT}⟧ ⟦${EIGHT}⟧`, '2←1', '3←1');
    check(`then ⟦${EIGHT}⟧ ⟦${EIGHT}⟧ ${SEVEN}`, '2←1');
  });

  it('are no stutter', () => {
    check('word '.repeat(500));
    check('ha ha hi ho '.repeat(50));
    check(`${'no '.repeat(20)}\n\n${'no '.repeat(30)}`);
  });

  it('are found beside a stutter', () => {
    check(
      `${'no '.repeat(8)}x y\n\nz ⟦no no no that is not it at all⟧ z\n\n${'no '.repeat(5)}⟦no no no that is not it at all⟧`,
      '2←1',
    );
  });

  it('are found where they run into a stutter that stands elsewhere', () => {
    for (const stutter of ['d a a a b a a a a a a', 'a c a b a a d a a a a']) {
      const passage = `u v w ${stutter.slice(0, 13)}`;
      check({ a: `n m ${stutter}`, b: `⟦${passage}⟧ o`, c: `p ⟦${passage}⟧${stutter.slice(13)}` }, '2←1');
    }
    check({ a: 'n m a c a b a a d a a a a', b: '⟦u a c a b a a d⟧ o', c: 'p ⟦u a c a b a a d⟧ a a a a' }, '2←1');
  });

  it('are twice as many characters in scripts without spaces', () => {
    check('⟦辩论可以帮助法官做出更好的判决吗⟧？\n\n⟦辩论可以帮助法官做出更好的判决吗⟧。', '2←1');
    check('辩论可以帮助法官做出更好的判决。\n\n辩论可以帮助法官做出更好的判决');
  });

  it('are what is repeated in a pasted thread', () => {
    const uri = uriOf('thread');
    const notes = new Notes();
    const { tree } = notes.set(uri, readFileSync(path.join('test', 'fixtures', 'thread.txt'), 'utf8'));
    const lines = ({ start, end }: NoteRange['range']) => {
      const whole = start === tree.lines.start(tree.lines.lineAt(start));
      const rest = tree.text.slice(end, tree.lines.end(tree.lines.lineAt(end)));
      assert.ok(whole && /^\P{L}*$/u.test(rest), 'a whole line is repeated');
      return `${tree.lines.lineAt(start) + 1}–${tree.lines.lineAt(end) + 1}`;
    };
    assert.deepEqual(
      notes.repeatsIn(uri).map(({ range, first }) => `${lines(range)} of ${lines(first.range)}`),
      ['14–23 of 2–12', '28–28 of 13–13'],
    );
  });
});

describe('the search for repeats', () => {
  it('looks at no change that was made before a note was searched for the first time', () => {
    const { since } = ChangeLog.prototype;
    let looked = 0;
    ChangeLog.prototype.since = function (this: ChangeLog, revision) {
      const changes = since.call(this, revision);
      looked += changes?.length ?? 0;
      return changes;
    };
    try {
      const notes = new Notes();
      const words = (note: number) => Array.from({ length: 60 }, (_, word) => `w${note}x${word}`).join(' ');
      for (let note = 0; note < 20; note++) notes.set(uriOf(`n${note}`), words(note));
      for (let note = 0; note < 20; note++) assert.deepEqual(notes.repeatsIn(uriOf(`n${note}`)), []);
    } finally {
      ChangeLog.prototype.since = since;
    }
    assert.equal(looked, 0);
  });
});
