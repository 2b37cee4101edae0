import assert from 'node:assert/strict';
import { asked, shownPlace, type Workspace } from '../../support/notes';

/** `‸` is where something is gone to its definition, the first `⟦…⟧` what stands for it, the others where it leads. */
function check(workspace: Workspace) {
  const { service, uri, position, ranges } = asked(workspace);
  const links = service.across.definition(uri, position);
  const [origin] = links.map((link) => link.originSelectionRange && shownPlace(uri, link.originSelectionRange));
  const targets = links.map(({ targetUri, targetSelectionRange }) => shownPlace(targetUri, targetSelectionRange));
  // The marks are in the order of the texts, the answers in their own.
  assert.deepEqual([...new Set([origin, ...targets])].filter(Boolean).sort(), [...ranges].sort());
}

describe('the definition', () => {
  it('of a target is the id of the statement meant', () => {
    check({ a: 'claim #⟦x⟧: A\nrebuttal -> ⟦#‸x⟧: B' });
    check({ a: 'rebuttal -> #x, ⟦#y‸⟧: B\nclaim #⟦y⟧: A\nclaim #y: C' });
  });

  it('of a reference in a text, too', () => check({ a: 'prose [[⟦#‸x⟧]]\n\nclaim #⟦x⟧: A' }));

  it('stands in another note where the reference names one', () => {
    check({ a: 'rebuttal -> ⟦b‸#x⟧: B', b: 'claim #⟦x⟧: A' });
    check({ a: 'see [[⟦deep/the note#‸x⟧]]', 'deep/the note': 'claim #y: C\nclaim #⟦x⟧: A' });
    check({ 'deep/a': 'rebuttal -> ⟦<../my note#x‸>⟧: B', 'my note': 'claim #⟦x⟧: A' });
    check({ 'deep/a': 'rebuttal -> ⟦../b.debate#‸x⟧: B', b: 'claim #⟦x⟧: A' });
  });

  it('of an id is where it is', () => check({ a: 'claim ⟦#⟦‸x⟧⟧: A' }));
  it('of the second of two equal ids is itself', () => check({ a: 'claim #x: A\nclaim ⟦#⟦x‸⟧⟧: B' }));
  it('is none where a reference leads nowhere', () => {
    check({ a: 'rebuttal -> #n‸o: B' });
    check({ a: 'rebuttal -> no#‸x: B\nclaim #x: A' });
  });
  it('is none in code, comments and quotations', () => {
    for (const inert of ['`[[#‸x]]`', '<!-- [[#‸x]] -->', '> [[#‸x]]']) check({ a: `claim #x: A\n\n${inert}` });
  });

  it('of a keyword is what the statement replies to', () => {
    check({ a: '⟦claim⟧: A\n  ⟦rebut‸tal⟧: B' });
    check({ a: 'claim #⟦x⟧: A\n⟦sup‸port⟧ -> #x, b#y: B', b: 'claim #⟦y⟧: C' });
    check({ a: 'cla‸im: A' });
  });

  it('of a speaker is the entry in the front matter, or else the first mention', () => {
    check({ a: '---\nparticipants: [⟦Ada⟧, Ben]\n---\nclaim (⟦A‸da⟧): A' });
    check({ a: 'claim (⟦Ada⟧): A\nsupport (@⟦ada‸⟧): B' });
    check({ a: '### (⟦Ada⟧)\nclaim: A\nsupport (⟦‸Ada⟧): B', b: 'claim (Ada): C' });
  });

  it('of a quotation is what it quotes, in this note or another', () => {
    const said = 'Nobody pays a judge for having been persuaded by the better speaker';
    check({ a: `claim: Well, ⟦${said}⟧.\n\n> ⟦${said.slice(0, 9)}‸${said.slice(9)}⟧.` });
    check({ a: `So “⟦‸nobody ${said.slice(7)}⟧”, it is said.`, b: `claim #x: ⟦${said}⟧!` });
    check({ a: `“⟦${said.replace('the better', 'a better')}‸⟧”`, b: `⟦${said}⟧!` });
    check({ a: `‸“${said}”`, b: `${said}!` });
    check({ a: `> ${said}‸`, b: `> ${said}` });
  });
});
