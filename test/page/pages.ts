import assert from 'node:assert/strict';
import { Harness, type MapDriver } from './harness';

/** A note with a statement of every kind of link, and its words in the order of reading. */
export const DEBATE = `# Judges
claim #a (Ada): Debate helps the judge
  support (Ada): Each side looks for mistakes
    undercut (Bo): It finds those it can see
  rebuttal (Bo): It helps whoever talks better
    rebuttal (Ada): Talking well about a falsehood is harder
    cite: arXiv:2402.06782
claim #b (Cy): Debate helps the audience
rebuttal (Cy) -> #b, #a: They came for the jokes
question: Has it been tried`;

export const ALL = [
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

/** Milliseconds for a test: a busy machine takes its time to start a browser. */
const PATIENCE = 60_000;

/** A browser for the tests of one suite; after each of them, its pages must have complained of nothing, and are closed. */
export function mapPages(suite: Mocha.Suite) {
  suite.timeout(PATIENCE);
  let harness: Harness;
  const opened: MapDriver[] = [];

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

  return {
    async open(...args: Parameters<Harness['open']>): Promise<MapDriver> {
      const map = await harness.open(...args);
      opened.push(map);
      return map;
    },
    /** The words of the statement that has the focus. */
    async focused(map: MapDriver): Promise<string | undefined> {
      const key = await map.page.evaluate('document.activeElement.getAttribute("data-key")');
      return map.wordsOf(String(key));
    },
  };
}
