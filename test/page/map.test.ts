import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { Harness, type MapDriver } from './harness';

const NOTE = `# Judges
claim #a (Ada): Debate helps the judge
  support (Ada): Each side looks for mistakes
    undercut (Bo): It finds those it can see
  rebuttal (Bo): It helps whoever talks better
    rebuttal (Ada): Talking well about a falsehood is harder
    cite: arXiv:2402.06782
claim #b (Cy): Debate helps the audience
rebuttal (Cy) -> #b, #a: They came for the jokes
question: Has it been tried`;

const ALL = [
  'Debate helps the judge',
  'Each side looks for mistakes',
  'It finds those it can see',
  'It helps whoever talks better',
  'Talking well about a falsehood is harder',
  'arXiv:2402.06782',
  'Debate helps the audience',
  'They came for the jokes',
  'Has it been tried',
];

describe('the page of the argument map', function () {
  this.timeout(60_000);
  let harness: Harness;
  const opened: MapDriver[] = [];
  const open = async (...args: Parameters<Harness['open']>) => {
    const map = await harness.open(...args);
    opened.push(map);
    return map;
  };

  before(async () => {
    harness = await Harness.start();
  });
  afterEach(async () => {
    for (const map of opened.splice(0)) {
      assert.deepEqual(map.problems, [], 'what the page complains of');
      assert.deepEqual(await map.posted('failed'), []);
      await map.page.context().close();
    }
  });
  after(() => harness?.close());

  /** The words of the statement that has the focus. */
  const focused = async (map: MapDriver) => {
    const key = await map.page.evaluate('document.activeElement.getAttribute("data-key")');
    return map.wordsOf(String(key));
  };

  it('shows every statement, as an item of a tree', async () => {
    const map = await open(NOTE);
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
    it(`has nothing for axe to find in a ${theme} theme`, async () => {
      const map = await open(NOTE, { theme });
      await map.page.locator('summary').click();
      await map.box('Debate helps the judge').click();
      const source = await fs.readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
      await map.page.evaluate(source);
      const { violations, passes } = (await map.page.evaluate('axe.run()')) as AxeResults;
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
        [],
      );
      const passed = new Set(passes.map(({ id }) => id));
      for (const rule of ['aria-required-children', 'aria-required-parent', 'button-name', 'color-contrast', 'label']) {
        assert.ok(passed.has(rule), `axe has looked at ${rule}`);
      }
    });
  }

  it('is used by the keyboard alone', async () => {
    const map = await open(NOTE);
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
    const map = await open(NOTE);
    await map.page.locator('button').last().focus();
    await map.page.keyboard.press('Tab');
    for (let i = 0; i < 4; i++) await map.page.keyboard.press('ArrowDown');
    await map.untilCount('.box.lit', 3);
    assert.equal(await map.page.locator('.link.lit').count(), 2);
    const width = 'getComputedStyle(document.activeElement.querySelector(".frame")).strokeWidth';
    assert.equal(await map.page.evaluate(width), '3.5px');
  });

  it('lights the way from what the pointer is on', async () => {
    const map = await open(NOTE);
    await map.box('They came for the jokes').hover();
    await map.untilCount('.link.lit', 2);
    await map.page.mouse.move(600, 780);
    await map.untilCount('.link.lit', 0);
  });

  it('goes to the line by a click, and folds by the button on a box', async () => {
    const map = await open(NOTE);
    await map.box('It finds those').click();
    assert.deepEqual(await map.posted('goTo'), [{ type: 'goTo', key: map.keyOf('It finds those') }]);
    await map.box('It helps whoever').locator('.fold').click();
    await map.untilCount('.box[data-key]', 7);
    assert.match((await map.box('It helps whoever').locator('title').textContent()) ?? '', /2 folded away$/);
    assert.equal((await map.posted('goTo')).length, 1);
  });

  it('searches, and goes through the results', async () => {
    const map = await open(NOTE);
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
    const map = await open(NOTE);
    await map.page.getByLabel('Speaker').selectOption('Bo');
    await map.untilCount('.box[data-key]', 4);
    assert.equal(await map.page.locator('.box.on-the-way').count(), 2);
    await map.page.getByLabel('What stands').selectOption('rebutted');
    await map.untilCount('.box[data-key]', 2);
    await map.page.getByLabel('Speaker').selectOption('No speaker');
    await map.page.getByText('No statement passes the filter.').waitFor();
  });

  it('takes an edit over in place: the view, the folds and the focus stay', async () => {
    const map = await open(NOTE);
    await map.box('It helps whoever').locator('.fold').click();
    await map.untilCount('.box[data-key]', 7);
    await map.box('Debate helps the audience').click();
    const box = map.box('Debate helps the audience');
    await map.page.waitForTimeout(300);
    const before = await box.boundingBox();
    await box.evaluate((node) => node.setAttribute('data-same', 'yes'));
    await map.edit(NOTE.replace('  rebuttal (Bo)', '  support: One more\n    cite: Another\n  rebuttal (Bo)'));
    assert.deepEqual(await box.boundingBox(), before);
    assert.equal(await box.getAttribute('data-same'), 'yes', 'the node is the same');
    assert.equal(await focused(map), 'Debate helps the audience');
    assert.equal((await map.shown()).length, 9);
    await map.edit(NOTE.replace('the audience', 'an audience'));
    assert.equal(await map.box('Debate helps an audience').getAttribute('data-same'), 'yes');
    assert.equal(await map.box('Debate helps an').locator('.words').textContent(), 'Debate helps an audience');
  });

  it('asks for all anew when a change got lost', async () => {
    const map = await open(NOTE);
    await map.send({ type: 'change', revision: 9, difference: { notes: null, put: [], splice: null } });
    await map.until('window.posted.some(({ type }) => type === "lost")');
    await map.show(NOTE.replace('the audience', 'an audience'));
    assert.equal((await map.shown()).length, 9);
  });

  it('lights the statement that the cursor of the note is in, and brings it in sight', async () => {
    const map = await open(`${'claim: x\n'.repeat(60)}claim: last`);
    const key = map.keyOf('last');
    assert.equal(await map.box('last').count(), 0, 'what is out of sight is not drawn');
    await map.send({ type: 'cursor', key, reveal: true });
    await map.box('last').waitFor();
    assert.equal(await map.box('last').getAttribute('aria-current'), 'location');
    assert.equal(await map.page.locator('[aria-current=location]').count(), 1);
  });

  it('is after a reload as it was', async () => {
    const map = await open(NOTE);
    await map.box('It helps whoever').locator('.fold').click();
    await map.page.getByLabel('Zoom out').click();
    await map.page.getByLabel('Search').fill('debate');
    await map.page.waitForTimeout(500);
    const before = await map.box('Debate helps the audience').boundingBox();
    await map.page.reload();
    await map.until('window.posted.some(({ type }) => type === "ready")');
    await map.show(NOTE);
    await map.untilCount('.box[data-key]', 7);
    assert.deepEqual(await map.box('Debate helps the audience').boundingBox(), before);
    assert.equal(await map.page.getByLabel('Search').inputValue(), 'debate');
    assert.equal(await map.page.locator('.box.found').count(), 2);
  });

  it('pans by dragging and by the wheel, and zooms where the pointer is', async () => {
    const map = await open(NOTE);
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
    const map = await open(NOTE);
    await map.page.getByLabel('Zoom in').click();
    assert.match((await map.page.getByRole('status').textContent()) ?? '', /^\d+ %$/);
    await map.page.getByLabel('Show all').click();
    await map.page.locator('.minimap.needless').waitFor({ state: 'attached' });
  });

  it('is exported as SVG that stands alone, and as PNG', async () => {
    const map = await open(NOTE);
    await map.page.getByLabel('Save as SVG').click();
    const [svg] = await map.posted('image');
    assert.ok(svg && typeof svg.data === 'string');
    assert.equal(svg.data.match(/class="box /g)?.length, 9);
    assert.match(svg.data, /#1f1f1f/, 'the colour of the theme');

    const other = await open(NOTE);
    await other.send({ type: 'export', format: 'png' });
    await other.until('window.posted.some(({ type }) => type === "image")');
    const [png] = await other.posted('image');
    const bytes = Buffer.from(png?.data as Uint8Array);
    assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG');
    assert.ok(bytes.readUInt32BE(16) > 1500 && bytes.readUInt32BE(20) > 800, 'two dots a unit');
    assert.ok(bytes.length > 20_000, 'the words are on it');
  });

  it('says so when there is nothing to show', async () => {
    const map = await open('prose');
    await map.page.getByText('This note has no statements yet.').waitFor();
    await map.edit('claim: a');
    assert.deepEqual(await map.shown(), ['a']);
  });

  it('draws only what is in sight of a large map, and no words that cannot be read', async () => {
    const map = await open('claim: x\n  support: y\n    support: z\n'.repeat(1000));
    await map.page.getByLabel('Unfold all').click();
    await map.page.waitForTimeout(300);
    const count = (await map.shown()).length;
    assert.ok(count > 3 && count < 100, String(count));
    await map.page.getByLabel('Show all').click();
    await map.page.waitForTimeout(400);
    assert.equal((await map.shown()).length, 1, 'the one that has the focus');
    assert.ok((await map.page.locator('.overview .block').count()) >= 2);
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
});
