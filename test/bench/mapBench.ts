// `npm run bench:map`: what the argument map costs in a headless browser. docs/bench.md says how to read it.
import fs from 'node:fs/promises';
import path from 'node:path';
import type { CDPSession } from 'playwright-core';
import { Harness, type MapDriver, NOTE } from '../page/harness';
import { madeUpDebate } from './madeUpDebate';
import { noteOf } from './madeUpNote';
import { figure, print, printTitle, quantile, stated } from './measure';

/** Lines of notes with about 1,000, 5,000 and 20,000 statements. */
const SIZES = [1_200, 6_000, 24_000];

const RUNS = 7;

/** Milliseconds that 5,000 statements are to take at most, and frames a second that are to be seen while they move. */
const WANTED_LAYOUT = 150;
const WANTED_FRAMES = 30;

/** Milliseconds that the map is moved for. */
const MOVING = 2_000;

interface Figures {
  readonly statements: number;
  readonly scene: number;
  readonly drawn: number;
  readonly letter: number;
  readonly fold: number;
  readonly pan: Frames;
  readonly zoom: Frames;
  readonly overview: Frames;
}

interface Frames {
  readonly rate: number;
  /** Milliseconds of the main thread for a frame. */
  readonly cost: number;
}

async function main(): Promise<void> {
  const harness = await Harness.start();
  try {
    const all: Figures[] = [];
    for (const lines of SIZES) all.push(await measured(harness, noteOf(madeUpDebate(lines))));
    report(all);
  } finally {
    await harness.close();
  }
}

function report(all: readonly Figures[]): void {
  const row = (name: string, pick: (figures: Figures) => number, remark = '') => {
    print(
      name,
      all.map((figures) => figure(pick(figures))),
      remark,
    );
  };
  const large = all[1] as Figures;
  const layout = stated({ wanted: `at 5,000 ≤ ${WANTED_LAYOUT} ms`, met: large.scene <= WANTED_LAYOUT });
  const frames = (pick: (figures: Figures) => Frames) =>
    stated({ wanted: `at 5,000 ≥ ${WANTED_FRAMES}`, met: pick(large).rate >= WANTED_FRAMES });
  printTitle(
    'The argument map, unfolded: milliseconds of the main thread',
    all.map(({ statements }) => String(statements)),
  );
  row('words broken, laid out, links found', ({ scene }) => scene, layout);
  row('shown for the first time', ({ drawn }) => drawn);
  row('a letter typed', ({ letter }) => letter);
  row('a branch folded', ({ fold }) => fold);
  for (const [name, pick] of MOVES) row(`a frame while ${name}`, (figures) => pick(figures).cost);
  printTitle(
    'Frames a second',
    all.map(({ statements }) => String(statements)),
  );
  for (const [name, pick] of MOVES) row(name, (figures) => pick(figures).rate, frames(pick));
}

const MOVES: readonly (readonly [string, (figures: Figures) => Frames])[] = [
  ['moving', ({ pan }) => pan],
  ['zooming', ({ zoom }) => zoom],
  ['moving all of it, far away', ({ overview }) => overview],
];

async function measured(harness: Harness, text: string): Promise<Figures> {
  const map = await harness.open('claim: nothing yet', { width: 1400, height: 900 });
  const clock = await Clock.start(map);
  const drawn = await median(async (run) => {
    await unfolded(map);
    // Another text each time, so that nothing is known of it.
    const show = await map.readyToShow(`${text}\nclaim: run ${run}`);
    return clock.of(show);
  });
  await map.page.evaluate(await fs.readFile(path.join(__dirname, 'mapScene.js'), 'utf8'));
  const scene = await median(() =>
    clock.of(() => map.page.evaluate('window.layOut(window.staged.content, window.staged.strings)')),
  );
  const letter = await median(async (run) => {
    const edit = await map.readyToEdit(`${text}\nclaim: typed ${'x'.repeat(run + 1)}`);
    return clock.of(edit);
  });
  await focusBranch(map);
  const fold = await median(() => clock.of(() => folded(map)));
  const pan = await moved(map, clock, 'deltaX: 7, deltaY: 11');
  const zoom = await moved(map, clock, 'deltaY: Math.sin(frame / 12) * 9, ctrlKey: true');
  await map.page.getByLabel('Show all').click();
  await map.page.waitForTimeout(500);
  const overview = await moved(map, clock, 'deltaX: Math.sin(frame / 12) * 9, deltaY: 1');
  const drawings = await map.posted('drawn');
  await map.page.context().close();
  return { statements: drawings.at(-1)?.boxes ?? 0, scene, drawn, letter, fold, pan, zoom, overview };
}

/** Loads the page anew, with nothing folded. */
async function unfolded(map: MapDriver): Promise<void> {
  const state = JSON.stringify({ note: NOTE, folded: [] });
  await map.page.evaluate(`sessionStorage.setItem('state', ${JSON.stringify(state)})`);
  await map.page.reload();
  await map.until('window.posted.some(({ type }) => type === "ready")');
}

/** Puts the focus on the last branch: the end is a claim, and above it stands the last reply of a branch. */
async function focusBranch(map: MapDriver): Promise<void> {
  await map.page.evaluate(`document.querySelector('.box[tabindex="0"]').focus()`);
  for (const key of ['End', 'ArrowUp', 'ArrowLeft']) await map.page.keyboard.press(key);
}

/** Folds the branch that has the focus, or opens it. */
async function folded(map: MapDriver): Promise<void> {
  const expanded = 'document.activeElement.getAttribute("aria-expanded")';
  const before = await map.page.evaluate(expanded);
  await map.page.keyboard.press(' ');
  await map.until(`${expanded} === '${before === 'true' ? 'false' : 'true'}'`);
}

/** Turns the wheel a little on every frame. */
async function moved(map: MapDriver, clock: Clock, wheel: string): Promise<Frames> {
  let frames = 0;
  const cost = await clock.of(async () => {
    frames = (await map.page.evaluate(`new Promise((done) => {
      const surface = document.querySelector('.canvas');
      const end = performance.now() + ${MOVING};
      let frame = 0;
      const turn = () => {
        const at = { clientX: 700, clientY: 450, bubbles: true, cancelable: true };
        surface.dispatchEvent(new WheelEvent('wheel', { ...at, ${wheel} }));
        frame++;
        if (performance.now() < end) requestAnimationFrame(turn);
        else done(frame);
      };
      requestAnimationFrame(turn);
    })`)) as number;
  });
  return { rate: (frames * 1000) / MOVING, cost: cost / frames };
}

/** Counts what the main thread of a page spends, whatever else the machine does. */
class Clock {
  private constructor(private readonly session: CDPSession) {}

  static async start(map: MapDriver): Promise<Clock> {
    const session = await map.page.context().newCDPSession(map.page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new Clock(session);
  }

  /** Milliseconds that something takes. */
  async of(act: () => Promise<unknown>): Promise<number> {
    const before = await this.now();
    await act();
    return (await this.now()) - before;
  }

  private async now(): Promise<number> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  }
}

async function median(measure: (run: number) => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < RUNS; run++) values.push(await measure(run));
  return quantile(values, 0.5);
}

void main();
