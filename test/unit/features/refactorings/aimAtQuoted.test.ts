import assert from 'node:assert/strict';
import { aimAtQuoted } from '../../../../server/src/features/refactorings/aimAtQuoted';
import { offersIn } from '../../../../server/src/features/refactorings/refactoring';
import { Notes } from '../../../../server/src/workspace/notes';
import { applyFix } from '../../../support/applyFix';
import { marked } from '../../../support/marks';
import { markedNotes, uriOf, type Workspace } from '../../../support/notes';

const SAID = 'Nobody pays a judge for having been persuaded by the better speaker.';

/** What is offered where the cursor of one of some notes stands. */
function offersAt(workspace: Workspace) {
  const { texts } = markedNotes(workspace);
  const notes = new Notes();
  for (const [uri, text] of texts) notes.set(uri, text);
  const [name = '', source = ''] = Object.entries(workspace).find(([, text]) => text.includes('‸')) ?? [];
  const { cursor } = marked(source);
  const note = notes.get(uriOf(name)) ?? assert.fail();
  return {
    texts,
    uri: note.uri,
    offers: offersIn([aimAtQuoted], { notes, note, range: { start: cursor, end: cursor } }),
  };
}

/** Expects one offer with a title, and what it makes of the notes. */
function check(workspace: Workspace, title: string, expected: Workspace) {
  const { texts, uri, offers } = offersAt(workspace);
  assert.deepEqual(
    offers.map((offer) => offer.title),
    [title],
  );
  for (const { edits, elsewhere = [] } of offers) {
    for (const change of [{ note: uri, edits }, ...elsewhere]) {
      const sorted = [...change.edits].sort((a, b) => a.range.start - b.range.start);
      texts.set(change.note, applyFix(texts.get(change.note) ?? '', { title, edits: sorted }));
    }
  }
  for (const [name, text] of Object.entries(expected)) assert.equal(texts.get(uriOf(name)), text);
}

function checkNone(...workspaces: readonly Workspace[]) {
  for (const workspace of workspaces) {
    assert.deepEqual(
      offersAt(workspace).offers.map(({ title }) => title),
      [],
    );
  }
}

describe('aiming a reply at what it quotes', () => {
  it('puts in the id of the statement', () =>
    check(
      { a: `claim #judge (Ada): ${SAID}\n\nclaim: x\nrebuttal (Bo): Wr‸ong.\n  > ${SAID}\n` },
      "Reply to the claim that it quotes, in line 1: '-> #judge'",
      { a: `claim #judge (Ada): ${SAID}\n\nclaim: x\nrebuttal (Bo) -> #judge: Wrong.\n  > ${SAID}\n` },
    ));

  it('gives the statement an id where it has none', () =>
    check(
      { a: `claim: ${SAID}\nclaim: x\nrebuttal: I deny that “nobody pa‸ys a judge for having been persuaded”.` },
      "Reply to the claim that it quotes, in line 1: '-> #nobody-pays-judge'",
      {
        a: `claim #nobody-pays-judge: ${SAID}\nclaim: x\nrebuttal -> #nobody-pays-judge: I deny that “nobody pays a judge for having been persuaded”.`,
      },
    ));

  it('reaches other notes', () => {
    check(
      { 'a b': `claim: ${SAID}`, c: `> ${SAID}\n\nrebuttal: No‸.` },
      "Reply to the claim that it quotes, in a b.debate, line 1: '-> <a b#nobody-pays-judge>'",
      { 'a b': `claim #nobody-pays-judge: ${SAID}`, c: `> ${SAID}\n\nrebuttal -> <a b#nobody-pays-judge>: No.` },
    );
    check(
      { b: `claim #x: ${SAID}`, 'deep/c': `question: Why?\n  > ‸${SAID}` },
      "Reply to the claim that it quotes, in b.debate, line 1: '-> ../b#x'",
      { 'deep/c': `question -> ../b#x: Why?\n  > ${SAID}` },
    );
  });

  it('is offered from the quotation that leads up to the reply', () =>
    check(
      { a: `claim #x: ${SAID}\nclaim: y\n\n> ${SAID.slice(0, 30)}‸${SAID.slice(30)}\n\nrebuttal: No.` },
      "Reply to the claim that it quotes, in line 1: '-> #x'",
      { a: `claim #x: ${SAID}\nclaim: y\n\n> ${SAID}\n\nrebuttal -> #x: No.` },
    ));

  it('is not offered where it has a target, replies to it anyway, or would be no reply', () =>
    checkNone(
      { a: `claim #x: ${SAID}\nclaim #y: y\nrebuttal -> #y: ‸No.\n  > ${SAID}` },
      { a: `claim #x: ${SAID}\n  rebuttal: ‸No.\n  > ${SAID}` },
      { a: `claim #x: ${SAID}\nclaim: ‸No.\n  > ${SAID}` },
      { a: `claim #x: ${SAID}\nclaim: y\nundercut: ‸No.\n  > ${SAID}` },
      { a: `claim #x: ${SAID}\nclaim: y\ncite: ‸“${SAID}”` },
      { a: `claim: z\n  rebuttal: ‸No.\n    > ${SAID}\n    support #x: ${SAID}` },
      { a: `${SAID}\n\nclaim: z\n  rebuttal: ‸No.\n    > ${SAID}` },
      { a: `claim #x: ${SAID}\nclaim: y\n\n> ‸${SAID}\n\nprose\n\nrebuttal: No.` },
      { a: `claim #x: z\nclaim #x: ${SAID}\nclaim: y\nrebuttal: ‸No.\n  > ${SAID}` },
      { 'untitled-a': `claim: x\nrebuttal: ‸No.\n  > ${SAID}`, b: `claim: ${SAID}` },
    ));
});
