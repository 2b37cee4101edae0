import assert from 'node:assert/strict';
import { convertPositions } from '../../../../server/src/protocol/encoding/walk';

const at = (line: number, character: number) => ({ line, character });
const span = (character: number) => ({ start: at(0, character), end: at(0, character + 1) });

/** The positions that are met in a message, each with its document. */
function met(message: unknown, uri: string | null = 'own'): string[] {
  const found: string[] = [];
  convertPositions(message, uri, (position, of) => {
    found.push(`${of} ${position.line}:${position.character}`);
    return position;
  });
  return found;
}

describe('the positions of a message', () => {
  it('are in the document that the message is about, or that is named around them', () => {
    assert.deepEqual(met({ position: at(1, 2) }), ['own 1:2']);
    assert.deepEqual(met({ textDocument: { uri: 'a' }, position: at(1, 2) }), ['a 1:2']);
    assert.deepEqual(met([{ uri: 'a', range: span(3) }, { range: span(5) }]), ['a 0:3', 'a 0:4', 'own 0:5', 'own 0:6']);
    assert.deepEqual(met({ location: { uri: 'a', range: span(3) }, range: span(5) }), [
      'a 0:3',
      'a 0:4',
      'own 0:5',
      'own 0:6',
    ]);
    assert.deepEqual(met({ position: at(1, 2) }, null), []);
  });

  it('are, of a link, those of both its ends', () => {
    const link = { originSelectionRange: span(1), targetUri: 'a', targetRange: span(3), targetSelectionRange: span(5) };
    assert.deepEqual(met([link]), ['own 0:1', 'own 0:2', 'a 0:3', 'a 0:4', 'a 0:5', 'a 0:6']);
  });

  it('are, of edits to a workspace, in the document that each is for', () => {
    assert.deepEqual(met({ changes: { a: [{ range: span(1), newText: '' }], b: [] } }), ['a 0:1', 'a 0:2']);
    const textDocument = { uri: 'a', version: 1 };
    assert.deepEqual(met({ documentChanges: [{ textDocument, edits: [{ range: span(1) }] }] }), ['a 0:1', 'a 0:2']);
  });

  it('are, of calls, where the caller names the other', () => {
    const item = { uri: 'a', selectionRange: span(1) };
    assert.deepEqual(met({ from: item, fromRanges: [span(5)] }), ['a 0:1', 'a 0:2', 'a 0:5', 'a 0:6']);
    assert.deepEqual(met({ to: item, fromRanges: [span(5)] }), ['a 0:1', 'a 0:2', 'own 0:5', 'own 0:6']);
  });

  it('are, of the arguments of a command, in the document named in front of them', () => {
    const command = { title: '', command: 'show', arguments: ['a', at(1, 2), [{ uri: 'b', range: span(3) }]] };
    assert.deepEqual(met({ command }), ['a 1:2', 'b 0:3', 'b 0:4']);
  });

  it('are, of a fold, written otherwise', () => {
    const fold = { startLine: 1, startCharacter: 4, endLine: 3, endCharacter: 5, kind: 'region' };
    assert.deepEqual(met([fold, { startLine: 1, endLine: 2 }]), ['own 1:4', 'own 3:5']);
    const moved = convertPositions([fold], 'own', ({ line, character }) => ({ line, character: character + line }));
    assert.deepEqual(moved, [{ ...fold, startCharacter: 5, endCharacter: 8 }]);
  });

  it('are none in data, which comes back as it was sent', () => {
    assert.deepEqual(met({ data: { uri: 'a', position: at(1, 2) }, range: span(1) }), ['own 0:1', 'own 0:2']);
  });

  it('leave a message that has none, or whose positions stay, the very same', () => {
    const message = { items: [{ label: 'x', range: span(1) }], isIncomplete: false };
    assert.equal(
      convertPositions(message, 'own', (position) => position),
      message,
    );
  });
});
