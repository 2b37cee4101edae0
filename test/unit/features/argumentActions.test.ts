import assert from 'node:assert/strict';
import type { ArgumentActions } from '../../../server/src/features/argumentActions';
import type { Refusal } from '../../../server/src/features/rename';
import { LineIndex } from '../../../server/src/syntax/lineIndex';
import type { Keyword } from '../../../server/src/syntax/tree';
import { asked, editedTexts, uriOf, type Workspace } from '../../support/notes';

/** What can be done to the statement at `‸`. */
function at(workspace: Workspace | string) {
  const { service, uri, position } = asked(typeof workspace === 'string' ? { note: workspace } : workspace);
  return { service, actions: service.argumentActions, spot: { uri, position } };
}

function done<T extends object>(answer: T | Refusal): T {
  assert.ok(!('refused' in answer), JSON.stringify(answer));
  return answer;
}

function refused(answer: object): string {
  return 'refused' in answer ? String(answer.refused) : 'nothing refused';
}

describe('adding a reply', () => {
  /** The note afterwards, with `‸` where the reply is written. */
  const check = (source: string, kind: Keyword, expected: string) => {
    const { service, actions, spot } = at(source);
    const { edit, position } = done(actions.add(spot, kind, true));
    const text = editedTexts(service, edit)['note'] ?? '';
    const offset = new LineIndex(text).offset(position);
    assert.equal(`${text.slice(0, offset)}‸${text.slice(offset)}`, expected);
  };

  it('puts an empty line under the statement, as its replies are written', () => {
    check('claim: ‸x\n', 'support', 'claim: x\n  support: ‸\n');
    check('- claim: ‸x\n  - cite: y\n', 'rebuttal', '- claim: x\n  - rebuttal: ‸\n  - cite: y\n');
    check('prose\r\n\r\nquestion: ‸x', 'answer', 'prose\r\n\r\nquestion: x\r\n  answer: ‸');
  });

  it('offers the kinds that can reply', () => {
    const kinds = (source: string) => {
      const { actions, spot } = at(source);
      return actions.replies(spot).join(' ');
    };
    assert.equal(kinds('claim: ‸x'), 'support rebuttal question concession cite');
    assert.equal(kinds('claim: x\n  support: ‸y'), 'support rebuttal undercut question concession cite');
    assert.equal(kinds('question: ‸x'), 'support rebuttal question answer concession cite');
    assert.equal(kinds('claim: x\n  cite: ‸y'), 'undercut question');
    assert.equal(kinds('‸prose'), '');
  });

  it('says what cannot be', () => {
    const { actions, spot } = at('claim: x\n  cite: ‸y');
    assert.match(refused(actions.add(spot, 'support', true)), /A support cannot reply to a cite/);
    assert.match(refused(actions.add({ ...spot, uri: 'file:///gone.debate' }, 'support', true)), /not there any more/);
  });
});

describe('copying branches as Markdown', () => {
  const copied = (source: string, ...lines: number[]) => {
    const { actions, spot } = at(source);
    return actions.markdown(lines.map((line) => ({ uri: spot.uri, position: { line, character: 0 } })));
  };
  const NOTE =
    '‸claim #a (Ada): one *two*\n  support: see https://a.org/b_c_d\nclaim: three\n\nrebuttal (Bo) -> #a: four\n';

  it('writes a nested list, with speakers, labels and everything that hangs there', () =>
    assert.equal(
      copied(NOTE, 0),
      '- **Claim** (Ada): one \\*two\\* *[rebutted]*\n' +
        '  - **Support** (Ada): see https://a.org/b_c_d\n' +
        '  - **Rebuttal** (Bo): four\n',
    ));

  it('writes several, each once', () => {
    assert.equal(copied(NOTE, 4, 2), '- **Rebuttal** (Bo): four\n- **Claim**: three\n');
    assert.equal(copied(NOTE, 4, 0, 1).split('\n').length, 4);
    assert.equal(copied(NOTE, 3), '', 'nothing stands there');
  });
});

describe('the reference to a statement', () => {
  const reference = (workspace: Workspace) => {
    const { service, actions, spot } = at(workspace);
    const named = done<ReturnType<ArgumentActions['reference']>>(actions.reference(spot, true));
    assert.ok('reference' in named);
    return [named.reference, named.edit && Object.values(editedTexts(service, named.edit))[0]];
  };

  it('names its note, and leads there from any note of the folder', () => {
    assert.deepEqual(reference({ note: 'claim #a: ‸x' }), ['note#a', null]);
    assert.deepEqual(reference({ 'my note': 'claim #a: ‸x' }), ['<my note#a>', null]);
    assert.deepEqual(reference({ untitled1: 'claim #a: ‸x' }), ['#a', null]);
  });

  it('gives the statement an id where it has none', () =>
    assert.deepEqual(reference({ note: 'claim: ‸Debate helps' }), [
      'note#debate-helps',
      'claim #debate-helps: Debate helps',
    ]));

  it('says where it cannot', () => {
    const { actions, spot } = at('claim #a: x\nclaim #a: ‸y');
    assert.match(refused(actions.reference(spot, true)), /cannot have an id/);
  });
});

describe('moving statements by where they stand', () => {
  it('lists statements, sections and notes, those of one note first', () => {
    const { actions } = at({ b: '# One\nclaim #a (Ada): x‸\n', a: 'prose' });
    assert.deepEqual(
      actions
        .destinations(uriOf('b'))
        ?.map(({ noteName, position, kind, id, speaker, text }) =>
          [noteName, position?.line ?? '-', kind, id, speaker, text].join(' '),
        ),
      ['b 0    One', 'b 1 claim a Ada x', 'b -    ', 'a -    '],
    );
    assert.equal(actions.destinations('file:///gone'), null);
  });

  it('is one edit for the versions of the notes, or says why it is none', () => {
    const { service, actions, spot } = at({ a: 'claim: ‸x\n  support: y\n', b: 'claim: z\n' });
    const edit = done(actions.move([spot], { uri: uriOf('b'), position: null }, true));
    assert.equal(edit.documentChanges?.length, 2);
    assert.deepEqual(editedTexts(service, edit), { a: '', b: 'claim: z\n\nclaim: x\n  support: y\n' });
    assert.match(refused(actions.move([spot], spot, true)), /under itself/);
    assert.match(refused(actions.move([spot], { uri: 'file:///gone', position: null }, true)), /not there any more/);
    assert.match(refused(actions.move([{ ...spot, position: null }], spot, true)), /not there any more/);
  });
});
