import assert from 'node:assert/strict';
import { MapModel } from '../../../client/src/map/drawing/model';
import { toScreen } from '../../../client/src/map/drawing/viewport';
import { differenceOf } from '../../../client/src/map/shared/difference';
import type { MapContent, SavedState } from '../../../client/src/map/shared/messages';
import { readState } from '../../../client/src/map/shared/savedState';
import { boxWriter, debates, keyOf, mapContent, wordsOf } from '../../support/maps';
import { holds } from '../../support/property';

const NOTE = 'claim: a\n  support: b\n    cite: c\n  rebuttal: d\n    rebuttal: e\nclaim: f\n  rebuttal: g';

function modelOf(text: string, saved: SavedState | null = null, content: MapContent = mapContent(text)): MapModel {
  const model = new MapModel(boxWriter());
  model.resize({ width: 900, height: 600 });
  model.show(content, saved);
  return model;
}

function shown({ scene, content }: MapModel): (string | null)[] {
  return [...scene.forest.trees.keys()].map((key) => wordsOf(content, key));
}

/** Where the box of a statement is on the screen. */
function place(model: MapModel, words: string) {
  const box = model.scene.layout.boxes.get(keyOf(model.content, words));
  assert.ok(box, words);
  const { x, y } = toScreen(model.view, box);
  return [Math.round(x), Math.round(y)];
}

function edit(model: MapModel, text: string): void {
  const difference = differenceOf(model.content, mapContent(text, model.content));
  assert.ok(difference);
  model.change(difference);
}

describe('the model of the map', () => {
  it('first shows all of the map, or its beginning', () => {
    const model = modelOf('claim: a');
    assert.deepEqual(model.view.scale, 1);
    const large = modelOf('claim: a\n'.repeat(40));
    assert.ok(place(large, 'a')[0] === 28 && large.view.scale < 1);
  });

  it('has the first claim in sight, also where much stands above it', () => {
    const model = new MapModel(boxWriter());
    model.resize({ width: 300, height: 400 });
    model.show(mapContent(`claim: a\n${'  support: b\n'.repeat(30)}`), null);
    const [, top = 1000] = place(model, 'a');
    assert.ok(top > 0 && top < 400, String(top));
  });

  it('keeps in place what the reader looks at when other branches are edited', () => {
    const model = modelOf(NOTE);
    model.setFocus(keyOf(model.content, 'f'));
    const before = place(model, 'f');
    edit(model, NOTE.replace('    cite: c', '    cite: c\n    cite: new\n    undercut: newer'));
    assert.deepEqual(place(model, 'f'), before);
    edit(model, NOTE);
    assert.deepEqual(place(model, 'f'), before);
  });

  it('keeps in place the box whose branch is folded or opened', () => {
    const model = modelOf(NOTE);
    const before = place(model, 'd');
    model.fold(keyOf(model.content, 'd'), true);
    assert.deepEqual(place(model, 'd'), before);
    assert.deepEqual(shown(model), ['a', 'b', 'c', 'd', 'f', 'g']);
    model.fold(keyOf(model.content, 'd'), false);
    assert.deepEqual(place(model, 'd'), before);
  });

  it('keeps folds over edits, with statements that have moved on', () => {
    const model = modelOf(NOTE);
    model.fold(keyOf(model.content, 'd'), true);
    edit(model, NOTE.replace('  support: b', '  rebuttal: new\n    rebuttal: newer\n  support: b'));
    assert.deepEqual(shown(model), ['a', 'new', 'newer', 'b', 'c', 'd', 'f', 'g']);
  });

  it('passes the focus on to the box that stands for a statement that is folded away', () => {
    const model = modelOf(NOTE);
    model.setFocus(keyOf(model.content, 'e'));
    model.foldAll();
    assert.equal(wordsOf(model.content, model.focus), 'a');
    assert.deepEqual(shown(model), ['a', 'f']);
    model.unfoldAll();
    assert.equal(shown(model).length, 7);
  });

  it('opens what stands beside a statement, and no more', () => {
    const model = modelOf(NOTE);
    model.foldAll();
    model.unfoldSiblings(keyOf(model.content, 'f'));
    assert.deepEqual(shown(model), ['a', 'b', 'd', 'f', 'g']);
    model.unfoldSiblings(keyOf(model.content, 'd'));
    assert.deepEqual(shown(model), ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('opens what a filter leaves, folds it when it is told to, and has the folds of before without it', () => {
    const model = modelOf(NOTE.replace('rebuttal: e', 'rebuttal (Ada): e'));
    model.fold(keyOf(model.content, 'a'), true);
    model.setFilter({ speaker: 'Ada', label: null });
    assert.deepEqual(shown(model), ['a', 'd', 'e']);
    model.fold(keyOf(model.content, 'd'), true);
    assert.deepEqual(shown(model), ['a', 'd']);
    model.setFilter({ speaker: null, label: null });
    assert.deepEqual(shown(model), ['a', 'f', 'g']);
  });

  it('shows a statement that is folded away, and puts the focus on it', () => {
    const model = modelOf(NOTE);
    model.foldAll();
    model.uncover(keyOf(model.content, 'e'));
    assert.equal(wordsOf(model.content, model.focus), 'e');
    assert.deepEqual(shown(model), ['a', 'b', 'd', 'e', 'f']);
  });

  it('goes from result to result, and opens what is folded for them', () => {
    const model = modelOf('claim: judge one\n  support: no\n    cite: judge two\nclaim: judge three');
    model.foldAll();
    model.search('judge');
    assert.deepEqual(model.count, { place: 0, of: 3 });
    const results = [1, 1, 1, 1, -1, -1].map((by) => {
      model.step(by as 1 | -1);
      return wordsOf(model.content, model.marks.result)?.slice(6);
    });
    assert.deepEqual(results, ['one', 'two', 'three', 'one', 'three', 'two']);
    assert.deepEqual(model.count, { place: 2, of: 3 });
    model.search('nobody');
    model.step(1);
    assert.deepEqual([model.count, model.marks.result], [{ place: 0, of: 0 }, null]);
    model.search('');
    assert.equal(model.count, null);
  });

  it('brings in sight what the cursor of the note is in', () => {
    const model = modelOf(`${'claim: x\n'.repeat(60)}claim: last`);
    assert.ok(model.scene.layout.boxes.size > 50);
    model.setCurrent(keyOf(model.content, 'last'), false);
    assert.ok((place(model, 'last')[1] ?? 0) > 600);
    model.setCurrent(keyOf(model.content, 'last'), true);
    assert.ok((place(model, 'last')[1] ?? 1000) < 600);
    assert.equal(model.marks.current, keyOf(model.content, 'last'));
  });

  it('lights the way of what the pointer is on, or else of what has the focus', () => {
    const model = modelOf(NOTE);
    const lit = () => [...model.marks.lit.boxes].map((key) => wordsOf(model.content, key)).join('');
    model.setFocus(keyOf(model.content, 'e'));
    assert.equal(lit(), '');
    model.showFocus(true);
    assert.equal(lit(), 'eda');
    model.hover(keyOf(model.content, 'g'));
    assert.equal(lit(), 'gf');
    model.hover(null);
    assert.equal(lit(), 'eda');
  });

  it('is after a reload as it was, whatever it shows', () => {
    holds(debates, (text) => {
      const content = mapContent(text);
      const model = modelOf(text, null, content);
      content.statements.forEach(({ key }, i) => {
        if (i % 3 === 0) model.fold(key, true);
      });
      model.setFilter({ speaker: 'Ada', label: null });
      model.search('short');
      model.pan({ x: 13, y: 7 });
      const again = modelOf(text, readState(JSON.parse(JSON.stringify(model.saved()))), content);
      assert.deepEqual(again.saved(), model.saved());
      assert.deepEqual([again.view, shown(again)], [model.view, shown(model)]);
    });
  });
});

describe('what is kept over a reload', () => {
  it('is read whatever wrote it', () => {
    for (const broken of [undefined, null, 5, 'x', [], {}, { note: 3 }]) assert.equal(readState(broken), null);
    const empty = { withTied: false, view: null, folded: null, query: '', speaker: null, label: null };
    assert.deepEqual(readState({ note: 'n' }), { note: 'n', ...empty });
    const odd = { note: 'n', view: { x: 1, y: 'a', scale: 0 }, folded: ['a', 3], label: 'odd', speaker: 4, query: 1 };
    assert.deepEqual(readState(odd), { note: 'n', ...empty, folded: ['a'] });
  });
});
