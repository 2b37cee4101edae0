import assert from 'node:assert/strict';
import { ALL, DEBATE, mapPages } from './pages';

describe('the page of the argument map, over time', function () {
  const { open, focused } = mapPages(this);

  it('takes an edit over in place: the view, the folds and the focus stay', async () => {
    const map = await open(DEBATE);
    await map.box('It helps whoever').locator('.fold').click();
    await map.untilCount('.box[data-key]', 7);
    await map.box('Debate helps the audience').click();
    const box = map.box('Debate helps the audience');
    await map.page.waitForTimeout(300);
    const before = await box.boundingBox();
    await box.evaluate((node) => node.setAttribute('data-same', 'yes'));
    await map.edit(DEBATE.replace('  rebuttal (Bo)', '  support: One more\n    cite: Another\n  rebuttal (Bo)'));
    assert.deepEqual(await box.boundingBox(), before);
    assert.equal(await box.getAttribute('data-same'), 'yes', 'the node is the same');
    assert.equal(await focused(map), 'Debate helps the audience');
    assert.equal((await map.shown()).length, 9);
    await map.edit(DEBATE.replace('the audience', 'an audience'));
    assert.equal(await map.box('Debate helps an audience').getAttribute('data-same'), 'yes');
    assert.equal(await map.box('Debate helps an').locator('.words').textContent(), 'Debate helps an audience');
  });

  it('asks for all anew when a change got lost', async () => {
    const map = await open(DEBATE);
    await map.send({ type: 'change', revision: 9, difference: { notes: null, put: [], splice: null } });
    await map.until('window.posted.some(({ type }) => type === "lost")');
    await map.show(DEBATE.replace('the audience', 'an audience'));
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
    const map = await open(DEBATE);
    await map.box('It helps whoever').locator('.fold').click();
    await map.page.getByLabel('Zoom out').click();
    await map.page.getByLabel('Search').fill('debate');
    await map.page.waitForTimeout(500);
    const before = await map.box('Debate helps the audience').boundingBox();
    await map.page.reload();
    await map.until('window.posted.some(({ type }) => type === "ready")');
    await map.show(DEBATE);
    await map.untilCount('.box[data-key]', 7);
    assert.deepEqual(await map.box('Debate helps the audience').boundingBox(), before);
    assert.equal(await map.page.getByLabel('Search').inputValue(), 'debate');
    assert.equal(await map.page.locator('.box.found').count(), 2);
  });

  it('shows another note in its place, and each as it was left', async () => {
    const map = await open(DEBATE);
    await map.box('It helps whoever').locator('.fold').click();
    await map.untilCount('.box[data-key]', 7);
    await map.show('claim: elsewhere', 'file:///notes/other.debate');
    assert.deepEqual(await map.shown(), ['elsewhere']);
    assert.equal(await map.page.getByRole('tree').getAttribute('aria-label'), 'Argument map of other');
    await map.show(DEBATE);
    await map.untilCount('.box[data-key]', 7);
    assert.equal(await map.page.getByRole('tree').getAttribute('aria-label'), 'Argument map of Judges');
  });

  it('says why there is nothing to show, until there is', async () => {
    const map = await open(DEBATE);
    await map.send({ type: 'blank', text: 'Nothing here' });
    await map.page.getByText('Nothing here').waitFor();
    assert.equal(await map.page.getByRole('tree').count(), 0);
    await map.show(DEBATE);
    assert.deepEqual(await map.shown(), ALL);
    await map.send({ type: 'notice', text: 'Old' });
    await map.page.getByText('Old').waitFor();
    await map.send({ type: 'notice', text: '' });
    await map.page.getByText('Old').waitFor({ state: 'detached' });
  });

  it('is exported as SVG that stands alone, and as PNG', async () => {
    const map = await open(DEBATE);
    await map.page.getByLabel('Save as SVG').click();
    const [svg] = await map.posted('image');
    assert.ok(svg && typeof svg.data === 'string');
    assert.equal(svg.data.match(/class="box /g)?.length, 9);
    assert.match(svg.data, /#1f1f1f/, 'the colour of the theme');

    const other = await open(DEBATE);
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
});
