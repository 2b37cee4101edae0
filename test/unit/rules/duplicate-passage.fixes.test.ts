import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { RuleFinding } from '../../../server/src/service';
import { applyFix } from '../../support/applyFix';
import { serviceWith, uriOf, type Workspace } from '../../support/notes';
import { holds } from '../../support/property';

const RULE = 'duplicate-passage';
const PASSAGE = 'She sells sea shells by the sea shore';

const QUOTE = "Turn it into a '>' quotation";
const MARKS = 'Put it in quotation marks';
const DELETE = 'Delete it';

function uriTexts(workspace: Workspace): Map<string, string> {
  return new Map(Object.entries(workspace).map(([name, text]) => [uriOf(name), text]));
}

function findingsIn(texts: ReadonlyMap<string, string>): { uri: string; finding: RuleFinding }[] {
  const service = serviceWith(texts);
  return [...texts.keys()].flatMap((uri) =>
    service.linter
      .findings(uri)
      .filter(({ rule }) => rule === RULE)
      .map((finding) => ({ uri, finding })),
  );
}

/** The notes after the fix of a title for the first finding. */
function fixed(texts: ReadonlyMap<string, string>, title: string): Map<string, string> | null {
  const [first] = findingsIn(texts);
  const fix = first?.finding.fixes().find((offered) => offered.title === title);
  if (!first || !fix) return null;
  const after = new Map(texts).set(first.uri, applyFix(texts.get(first.uri) ?? '', fix));
  for (const { note, edits } of fix.elsewhere ?? []) after.set(note, applyFix(texts.get(note) ?? '', { title, edits }));
  return after;
}

/** Expects what a fix for the one finding makes of the notes, and that the finding is gone. */
function check(workspace: Workspace, title: string, expected: Workspace) {
  const texts = uriTexts(workspace);
  const found = findingsIn(texts);
  assert.equal(found.length, 1);
  const after = fixed(texts, title);
  assert.ok(after, `“${title}” among ${found[0]?.finding.fixes().map((fix) => fix.title)}`);
  assert.deepEqual(Object.fromEntries(after), Object.fromEntries(uriTexts({ ...workspace, ...expected })));
  assert.deepEqual(findingsIn(after), []);
}

/** The same in a note behind a first that holds the passage. */
function checkNote(copy: string, title: string, expected: string) {
  check({ a: PASSAGE, b: copy }, title, { b: expected });
}

function checkTitles(workspace: Workspace, ...titles: string[]) {
  const [first] = findingsIn(uriTexts(workspace));
  assert.deepEqual(
    first?.finding.fixes().map(({ title }) => title),
    titles,
  );
}

describe('the quick fixes of duplicate-passage', () => {
  it('turn whole lines into a quotation', () => {
    checkNote(`x\n\n${PASSAGE}.\n\ny`, QUOTE, `x\n\n> ${PASSAGE}.\n\ny`);
    checkNote(
      'x\n  she sells sea shells\r\n  by the sea shore\ny',
      QUOTE,
      'x\n  > she sells sea shells\r\n  > by the sea shore\ny',
    );
    checkNote(`- claim (Bo): ${PASSAGE}.\n`, QUOTE, `- claim (Bo):\n  > ${PASSAGE}.\n`);
    checkNote(
      `claim: x\n  support: y\n    ${PASSAGE}\n    z`,
      QUOTE,
      `claim: x\n  support: y\n    > ${PASSAGE}\n    z`,
    );
    checkNote(`claim: x\n${PASSAGE}`, QUOTE, `claim: x\n\n> ${PASSAGE}`);
  });

  it('put words of a line into quotation marks', () => {
    checkNote(`As was said, ${PASSAGE}.`, MARKS, `As was said, “${PASSAGE}”.`);
    checkNote(`claim: ${PASSAGE}, so\n  it is.`, MARKS, `claim: “${PASSAGE}”, so\n  it is.`);
    checkTitles({ a: PASSAGE, b: `As "x" said, ${PASSAGE}.` }, DELETE);
  });

  it('prefer to declare a quotation', () => {
    for (const text of [PASSAGE, `So ${PASSAGE}`]) {
      const [first] = findingsIn(uriTexts({ a: PASSAGE, b: text }));
      assert.deepEqual(
        first?.finding.fixes().map(({ preferred = false }) => preferred),
        [true, false],
      );
    }
  });

  it('refer to the statement that says it first', () => {
    check({ a: `claim #shells: ${PASSAGE}.\n\nAs was said, ${PASSAGE}.` }, "Replace it by '[[#shells]]'", {
      a: `claim #shells: ${PASSAGE}.\n\nAs was said, [[#shells]].`,
    });
    check({ a: `support (Ada): ${PASSAGE}.\n  claim: ${PASSAGE}.` }, "Replace it by '[[#sells-sea-shells]]'", {
      a: `support #sells-sea-shells (Ada): ${PASSAGE}.\n  claim: [[#sells-sea-shells]].`,
    });
  });

  it('refer to a statement of another note, and give it an id there', () => {
    check({ 'a b': `claim: ${PASSAGE}`, 'sub/c': `So ${PASSAGE}` }, "Replace it by '[[../a b#sells-sea-shells]]'", {
      'a b': `claim #sells-sea-shells: ${PASSAGE}`,
      'sub/c': 'So [[../a b#sells-sea-shells]]',
    });
    check({ a: `claim #x: ${PASSAGE}`, b: PASSAGE }, "Replace it by '[[a#x]]'", { b: '[[a#x]]' });
  });

  it('refer to nothing that has no place in a statement, or no name', () => {
    checkTitles({ a: `${PASSAGE}\n\n${PASSAGE}` }, QUOTE, DELETE);
    checkTitles({ a: `claim #a: y\nclaim #a: ${PASSAGE}\n\n${PASSAGE}` }, QUOTE, DELETE);
    checkTitles({ a: `claim: ${PASSAGE}`, 'untitled-b': PASSAGE }, QUOTE, DELETE);
    // Two notes of one name: the path means the other.
    const texts = new Map([
      ['file:///a.debate', 'x'],
      ['file:///a.debate.md', `claim: ${PASSAGE}`],
      ['file:///b.debate', PASSAGE],
    ]);
    assert.deepEqual(
      findingsIn(texts).flatMap(({ finding }) => finding.fixes().map(({ title }) => title)),
      [QUOTE, DELETE],
    );
  });

  it('delete lines, and one of two blank lines around them', () => {
    checkNote(`x\n\n${PASSAGE}.\n\ny`, DELETE, 'x\n\ny');
    checkNote(`x\n${PASSAGE}.\ny`, DELETE, 'x\ny');
    checkNote(`claim: x\n${PASSAGE}\n> y`, DELETE, 'claim: x\n\n> y');
    checkNote(`claim: x\n  ${PASSAGE}\n  y`, DELETE, 'claim: x\n  y');
    checkNote(`${PASSAGE}`, DELETE, '');
  });

  it('delete words, with the marks that go with them', () => {
    checkNote(`One. ${PASSAGE}. Two.`, DELETE, 'One. Two.');
    checkNote(`One (${PASSAGE}), two.`, DELETE, 'One two.');
    checkNote(`claim: ${PASSAGE}, so it is.`, DELETE, 'claim: so it is.');
    checkNote(`claim: ${PASSAGE}.\n  more`, DELETE, 'claim:\n  more');
  });

  it('delete a statement that says nothing else and that nobody answers', () => {
    checkNote(`claim: x\nsupport: ${PASSAGE}.\nsupport: y\n`, DELETE, 'claim: x\nsupport: y\n');
    checkTitles({ a: PASSAGE, b: `claim: x\n  support: ${PASSAGE}\n    cite: y` }, QUOTE);
    checkTitles({ a: PASSAGE, b: `claim: x\n  support #s: ${PASSAGE}` }, QUOTE);
  });

  it('are none where several statements hold the copy, or parts of several paragraphs', () => {
    const [half, other] = ['She sells sea shells', 'by the sea shore'];
    checkTitles({ a: PASSAGE, b: `claim: ${half}\nsupport: ${other}` });
    const two = `${PASSAGE} every day of the year.\n\nIt is easier to check one step than to plan a hundred of them`;
    checkTitles({
      a: `${two} at once.`,
      b: `From all sides, and in many words, one hears that ${two}, which nobody denies.`,
    });
  });

  it('leave fewer findings, whatever holds the passage', () => {
    const around = fc.constantFrom(
      '',
      'So ',
      'claim: ',
      '- claim (Ada): ',
      'claim: x\n  support: ',
      'x\n',
      '(',
      'claim #s: One. ',
    );
    const behind = fc.constantFrom(
      '',
      '.',
      '. Two.',
      '\ny',
      '\n\ny',
      ')',
      '\n  more',
      ', as `x` says',
      '\n> q',
      '\nsupport: w',
    );
    const middle = fc.constantFrom(
      PASSAGE,
      PASSAGE.toUpperCase(),
      PASSAGE.replace('shells ', 'shells\n'),
      PASSAGE.replace('shells ', 'shells\n  '),
    );
    const part = fc.tuple(around, middle, behind).map((parts) => parts.join(''));
    holds(fc.tuple(part, part, fc.constantFrom('\n', '\r\n')), ([one, two, lineBreak]) => {
      const texts = uriTexts({ a: one.replaceAll('\n', lineBreak), b: two.replaceAll('\n', lineBreak) });
      for (const { uri, finding } of findingsIn(texts)) {
        for (const { title } of finding.fixes()) {
          const after = fixed(texts, title);
          assert.ok(after);
          assert.equal(findingsIn(after).length, 0, `${title}: ${after.get(uri)}`);
          if (texts.get(uri)?.includes('\r')) assert.doesNotMatch(after.get(uri) ?? '', /(?<!\r)\n/);
        }
      }
    });
  });

  it('leave neither the finding nor a misquotation of an edited copy', () => {
    const words =
      'Nobody pays a judge for having been persuaded by the better speaker of the two and everybody who ever sat in a court of law knows that well'.split(
        ' ',
      );
    const wrapped = fc.constantFrom(' ', '\n', '\n  ');
    const place = fc.constantFrom(
      (text: string) => `${text}.`,
      (text: string) => `claim: ${text}.`,
      (text: string) => `- claim (Ada): ${text}.\n  support: y`,
      (text: string) => `claim: x\n\nFrom all sides one hears that ${text}, which is as it may be.`,
      (text: string) => `claim: From all sides one hears that ${text}`,
    );
    const edits = fc.uniqueArray(fc.nat(words.length - 1), { minLength: 1, maxLength: 3 });
    const copy = fc
      .tuple(edits, fc.constantFrom('', 'other', 'some other'), wrapped, fc.nat(20))
      .map(([at, newWord, gap, line]) =>
        words
          .map((word, i) => (at.includes(i) ? newWord : word) + (i === line ? gap : ' '))
          .join('')
          .replace(/ +/g, ' ')
          .trim(),
      );
    let count = 0;
    holds(fc.tuple(place, place, copy, fc.boolean()), ([first, second, edited, isOne]) => {
      const [one, two] = [first(words.join(' ')), second(edited)];
      const texts = uriTexts(isOne ? { a: `${one}\n\n# H\n\n${two}` } : { a: one, b: two });
      for (const { uri, finding } of findingsIn(texts)) {
        for (const { title } of finding.fixes()) {
          count++;
          const after = fixed(texts, title);
          assert.ok(after);
          const service = serviceWith(after);
          const left = [...after.keys()].flatMap((note) => service.linter.findings(note));
          const rules = left.map(({ rule }) => rule).filter((rule) => rule === RULE || rule === 'misquotation');
          assert.deepEqual(rules, [], `${title}:\n${texts.get(uri)}\n\n${after.get(uri)}`);
        }
      }
    });
    assert.ok(count > 10, `${count} fixes`);
  });
});
