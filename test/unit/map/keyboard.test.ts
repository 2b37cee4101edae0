import assert from 'node:assert/strict';
import { actionOf, type KeyPress } from '../../../client/src/map/drawing/keyboard';
import { keyOf, mapContent, scene, wordsOf } from '../../support/maps';

const content = mapContent('claim: a\n  support: b\n    cite: c\n  rebuttal: d\nclaim: e\n  support: f');
const { forest } = scene(content, [keyOf(content, 'e')]);

/** What a key does while a statement has the focus, as `type words`. */
function check(key: string, focus: string, expected: string | null, held: Partial<KeyPress> = {}) {
  const press = { key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
  const action = actionOf(press, focus ? keyOf(content, focus) : null, forest);
  const done =
    action && [action.type, 'key' in action && wordsOf(content, action.key)].filter((part) => part).join(' ');
  assert.equal(done, expected, `${key} on ${focus}`);
}

describe('the keys of the map', () => {
  it('lead along the tree', () => {
    check('ArrowDown', 'a', 'focus b');
    check('ArrowDown', 'c', 'focus d');
    check('ArrowUp', 'd', 'focus c');
    check('ArrowUp', 'a', null);
    check('ArrowDown', 'e', null);
    check('Home', 'd', 'focus a');
    check('End', 'a', 'focus e');
  });

  it('open and fold branches on the way down and up', () => {
    check('ArrowRight', 'a', 'focus b');
    check('ArrowRight', 'e', 'unfold e');
    check('ArrowRight', 'c', null);
    check('ArrowLeft', 'b', 'fold b');
    check('ArrowLeft', 'c', 'focus b');
    check('ArrowLeft', 'e', null);
    check(' ', 'b', 'fold b');
    check(' ', 'e', 'unfold e');
    check(' ', 'c', null);
    check('*', 'c', 'unfoldSiblings c');
  });

  it('go to the line, zoom, move the map, search and leave', () => {
    check('Enter', 'c', 'goTo c');
    check('+', 'a', 'zoomIn', { shiftKey: true });
    check('=', 'a', 'zoomIn');
    check('-', 'a', 'zoomOut');
    check('0', 'a', 'fit');
    check('/', 'a', 'search');
    check('Escape', 'a', 'leave');
    check('ArrowLeft', 'a', 'pan', { shiftKey: true });
  });

  it('with a letter lead to what begins so', () => {
    check('x', 'a', 'typed');
    check('Å', 'a', 'typed', { shiftKey: true });
    for (const other of ['F2', 'Tab', 'Dead', 'PageDown']) check(other, 'a', null);
  });

  it('are the editor’s with Control, Command or Alt', () => {
    for (const held of ['ctrlKey', 'metaKey', 'altKey']) check('-', 'a', null, { [held]: true });
  });

  it('that need a statement do nothing without one', () => {
    check('ArrowDown', '', null);
    check('Enter', '', null);
    check('x', '', null);
    check('0', '', 'fit');
  });
});
