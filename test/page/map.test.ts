import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { MapDriver } from './harness';
import { ALL, DEBATE, mapPages } from './pages';

async function nothingForAxe(map: MapDriver, looked: readonly string[]): Promise<void> {
  const source = await fs.readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
  await map.page.evaluate(source);
  const { violations, passes } = (await map.page.evaluate('axe.run()')) as AxeResults;
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    [],
  );
  const passed = new Set(passes.map(({ id }) => id));
  for (const rule of ['color-contrast', ...looked]) assert.ok(passed.has(rule), `axe has looked at ${rule}`);
}

describe('the page of the argument map', function () {
  const { open, focused } = mapPages(this);

  it('shows every statement, as an item of a tree', async () => {
    const map = await open(DEBATE);
    assert.deepEqual(await map.shown(), ALL);
    const item = map.page.getByRole('treeitem', { name: 'Rebuttal by Bo, rebutted: It helps whoever' });
    assert.deepEqual(
      await Promise.all(
        ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-expanded'].map((name) => item.getAttribute(name)),
      ),
      ['2', '2', '2', 'true'],
    );
    assert.equal(await map.page.getByRole('tree').count(), 1);
    assert.equal(await map.page.locator('.canvas .link.relation-undercuts').count(), 1);
    assert.equal(await map.page.locator('.canvas .link.arc').count(), 1);
  });

  for (const theme of ['light', 'dark', 'high-contrast'] as const) {
    for (const [place, size] of [
      ['a tab', {}],
      ['a sidebar', { width: 300, height: 620 }],
    ] as const) {
      it(`has nothing for axe to find in a ${theme} theme, in ${place}`, async () => {
        const map = await open(DEBATE, { theme, ...size });
        await map.page.locator('summary').click();
        await map.box('Debate helps the judge').press('Enter');
        await map.send({ type: 'notice', text: 'Waiting for the language server…' });
        await map.page.locator('.notice:not(:empty)').waitFor();
        await nothingForAxe(map, ['aria-required-children', 'aria-required-parent', 'button-name', 'label']);
        await map.send({ type: 'blank', text: 'Open a debate note to see its map here.' });
        await map.page.locator('.blank').waitFor();
        await nothingForAxe(map, []);
      });
    }
  }

  it('is used by the keyboard alone', async () => {
    const map = await open(DEBATE);
    const { keyboard } = map.page;
    // One place among the tabs of the page: the tools before it, the legend behind it.
    await map.page.locator('button').last().focus();
    await keyboard.press('Tab');
    assert.equal(await focused(map), 'Debate helps the judge');
    for (const [key, words] of [
      ['ArrowDown', 'Each side looks for mistakes'],
      ['ArrowRight', 'It finds those it can see'],
      ['ArrowLeft', 'Each side looks for mistakes'],
      ['End', 'Has it been tried'],
      ['Home', 'Debate helps the judge'],
    ] as const) {
      await keyboard.press(key);
      assert.equal(await focused(map), words, key);
    }
    await keyboard.press('ArrowLeft');
    await map.untilCount('.box[data-key]', 4);
    assert.equal(await map.box('Debate helps the judge').getAttribute('aria-expanded'), 'false');
    assert.equal(await focused(map), 'Debate helps the judge');
    await keyboard.press('Enter');
    assert.deepEqual(await map.posted('goTo'), [{ type: 'goTo', key: map.keyOf('Debate helps the judge') }]);
    await keyboard.press('*');
    await map.untilCount('.box[data-key]', 9);
    assert.deepEqual(await map.shown(), ALL);
    await keyboard.press('/');
    assert.equal(await map.page.evaluate('document.activeElement.type'), 'search');
    await keyboard.press('Escape');
    assert.equal(await focused(map), 'Debate helps the judge');
  });

  it('shows where the focus is, and lights the way to the claim', async () => {
    const map = await open(DEBATE);
    await map.page.locator('button').last().focus();
    await map.page.keyboard.press('Tab');
    for (let i = 0; i < 4; i++) await map.page.keyboard.press('ArrowDown');
    await map.untilCount('.box.lit', 3);
    assert.equal(await map.page.locator('.link.lit').count(), 2);
    const width = 'getComputedStyle(document.activeElement.querySelector(".frame")).strokeWidth';
    assert.equal(await map.page.evaluate(width), '3.5px');
  });

  it('lights the way from what the pointer is on', async () => {
    const map = await open(DEBATE);
    await map.box('They came for the jokes').hover();
    await map.untilCount('.link.lit', 2);
    await map.page.mouse.move(600, 780);
    await map.untilCount('.link.lit', 0);
  });

  it('goes to statements by the first letters of their words', async () => {
    const map = await open(DEBATE);
    await map.box('Debate helps the judge').focus();
    await map.page.keyboard.type('tal');
    assert.equal(await focused(map), 'Talking well about a falsehood is harder');
  });

  it('has one stop for the Tab key among its tools, and arrows between them', async () => {
    const map = await open(DEBATE);
    const { keyboard } = map.page;
    const at = () => map.page.evaluate('document.activeElement.getAttribute("aria-label")');
    await map.page.getByLabel('What stands').focus();
    await keyboard.press('Tab');
    assert.equal(await at(), 'Zoom out ( - )');
    await keyboard.press('ArrowLeft');
    assert.equal(await at(), 'Save as PNG');
    await keyboard.press('Home');
    await keyboard.press('ArrowRight');
    assert.equal(await at(), 'Zoom in ( + )');
    await keyboard.press('Tab');
    assert.equal(await focused(map), 'Debate helps the judge');
    await keyboard.press('Shift+Tab');
    assert.equal(await at(), 'Zoom in ( + )');
  });

  it('goes to the line by a click, and folds by the button on a box', async () => {
    const map = await open(DEBATE);
    await map.box('It finds those').click();
    assert.deepEqual(await map.posted('goTo'), [{ type: 'goTo', key: map.keyOf('It finds those') }]);
    await map.box('It helps whoever').locator('.fold').click();
    await map.untilCount('.box[data-key]', 7);
    assert.match((await map.box('It helps whoever').locator('title').textContent()) ?? '', /2 folded away$/);
    assert.equal((await map.posted('goTo')).length, 1);
  });

  it('searches, and goes through the results', async () => {
    const map = await open(DEBATE);
    await map.page.keyboard.press('/');
    await map.page.keyboard.type('debate helps');
    const status = map.page.getByRole('status');
    await map.untilCount('.box.found', 2);
    assert.equal(await status.textContent(), '1 of 2');
    await map.page.keyboard.press('Enter');
    assert.equal(await status.textContent(), '2 of 2');
    await map.until('/audience/.test(document.querySelector(".box.at-result title")?.textContent)');
    await map.page.keyboard.type(' nobody');
    assert.equal(await status.textContent(), 'No results');
  });

  it('filters by speaker and label', async () => {
    const map = await open(DEBATE);
    await map.page.getByLabel('Speaker').selectOption('Bo');
    await map.untilCount('.box[data-key]', 4);
    assert.equal(await map.page.locator('.box.on-the-way').count(), 2);
    await map.page.getByLabel('What stands').selectOption('rebutted');
    await map.untilCount('.box[data-key]', 2);
    await map.page.getByLabel('Speaker').selectOption('No speaker');
    await map.page.getByText('No statement passes the filter.').waitFor();
  });

  it('folds what a filter leaves, too', async () => {
    const map = await open(DEBATE);
    await map.page.getByLabel('Speaker').selectOption('Bo');
    await map.untilCount('.box[data-key]', 4);
    await map.box('Debate helps the judge').focus();
    await map.page.keyboard.press('ArrowLeft');
    await map.untilCount('.box[data-key]', 1);
    await map.page.getByLabel('Speaker').selectOption('All speakers');
    await map.untilCount('.box[data-key]', 9);
  });

  it('shows a statement that somebody wants to see, whatever is folded and filtered', async () => {
    const map = await open(DEBATE);
    await map.page.getByLabel('Fold all branches', { exact: true }).click();
    await map.page.getByLabel('Speaker').selectOption('Cy');
    await map.send({ type: 'reveal', key: map.keyOf('Talking well') });
    await map.box('Talking well').waitFor();
    assert.equal(await map.box('Talking well').getAttribute('aria-selected'), 'true');
    assert.equal(await map.page.getByLabel('Speaker').inputValue(), '*');
  });

  it('leaves room for itself in a sidebar', async () => {
    for (const width of [200, 260, 300, 460]) {
      const map = await open(`${DEBATE}\n${'claim: x\n'.repeat(40)}`, { width, height: 600 });
      const over = await map.page.evaluate(`[...document.querySelectorAll('.toolbar *, .minimap, .legend')]
        .map((one) => [one.className, one.getBoundingClientRect()])
        .filter(([, { left, right }]) => left < 0 || right > innerWidth).map(([name]) => String(name))`);
      assert.deepEqual(over, [], `nothing is cut off at ${width} pixels`);
      const [small, legend] = await Promise.all(
        ['.minimap', '.legend'].map((one) => map.page.locator(one).boundingBox()),
      );
      if (small) assert.ok(small.x >= (legend?.x ?? 0) + (legend?.width ?? 0), `nothing overlaps at ${width} pixels`);
      await map.box('Debate helps the judge').waitFor();
    }
  });

  it('leaves the room to the map where there is little height, and has its search all the same', async () => {
    const map = await open(DEBATE, { width: 300, height: 140 });
    const height = async () => (await map.page.locator('.stage').boundingBox())?.height ?? 0;
    await map.page.getByLabel('Zoom in').click();
    assert.ok((await height()) > 90, String(await height()));
    await map.box('Debate helps the judge').focus();
    await map.page.keyboard.press('/');
    await map.page.keyboard.type('audience');
    await map.untilCount('.box.found', 1);
    assert.ok(((await map.page.getByLabel('Search').boundingBox())?.width ?? 0) > 100);
  });

  it('pans by dragging and by the wheel, and zooms where the pointer is', async () => {
    const map = await open(DEBATE);
    const place = async () => (await map.box('Debate helps the judge').boundingBox()) as { x: number; y: number };
    const first = await place();
    await map.page.mouse.move(700, 750);
    await map.page.mouse.down();
    await map.page.mouse.move(650, 740, { steps: 4 });
    await map.page.mouse.up();
    const dragged = await place();
    assert.deepEqual([dragged.x - first.x, dragged.y - first.y].map(Math.round), [-50, -10]);
    await map.page.mouse.wheel(20, 30);
    await map.page.waitForTimeout(200);
    const wheeled = await place();
    assert.deepEqual([wheeled.x - dragged.x, wheeled.y - dragged.y].map(Math.round), [-20, -30]);
    await map.page.mouse.move(wheeled.x, wheeled.y);
    await map.page.keyboard.down('Control');
    await map.page.mouse.wheel(0, -100);
    await map.page.keyboard.up('Control');
    await map.page.waitForTimeout(100);
    const zoomed = await place();
    assert.ok(Math.abs(zoomed.x - wheeled.x) < 1 && Math.abs(zoomed.y - wheeled.y) < 1);
    assert.equal((await map.posted('goTo')).length, 0);
  });

  it('says its zoom, and shows all', async () => {
    const map = await open(DEBATE);
    await map.page.getByLabel('Zoom in').click();
    assert.match((await map.page.getByRole('status').textContent()) ?? '', /^\d+ %$/);
    await map.page.getByLabel('Show all').click();
    await map.page.locator('.minimap.needless').waitFor({ state: 'attached' });
  });

  it('moves at once where motion is unwanted', async () => {
    const map = await open(`${'claim: x\n'.repeat(60)}claim: last`);
    await map.page.emulateMedia({ reducedMotion: 'reduce' });
    const transform = () => map.page.locator('.world').getAttribute('transform');
    await map.page.evaluate(`new Promise((done) => {
      window.seen = [];
      new MutationObserver(() => window.seen.push(document.querySelector('.world').getAttribute('transform')))
        .observe(document.querySelector('.world'), { attributes: true });
      done();
    })`);
    await map.send({ type: 'cursor', key: map.keyOf('last'), reveal: true });
    await map.box('last').waitFor();
    await map.page.waitForTimeout(250);
    assert.deepEqual(await map.page.evaluate('window.seen'), [await transform()]);
  });

  it('has the colours that the system forces on it', async () => {
    const map = await open(DEBATE);
    await map.page.emulateMedia({ forcedColors: 'active' });
    const colours = `['.link.relation-rebuts .line', '.box .words', '.box .frame'].map((selector) => {
      const { stroke, fill } = getComputedStyle(document.querySelector('.canvas ' + selector));
      return selector.endsWith('words') ? fill : stroke;
    })`;
    const text = 'getComputedStyle(document.body.appendChild(Object.assign(document.createElement("i"), {}))).color';
    const forced = await map.page.evaluate(text);
    assert.deepEqual(await map.page.evaluate(colours), [forced, forced, forced]);
  });
});
