import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { firstDifference } from '../../support/firstDifference';
import { answersAbout, answersAt, answersOfAll } from '../../support/questions';
import { CHECKED_BY } from './messages';
import { Session } from './session';
import { FILES, type Script, script } from './steps';

/** Seconds of random sessions. */
const SECONDS = Number(process.env['CONFORMANCE_SECONDS'] ?? 12);

/** Where the random sessions begin; the same seed brings the same sessions. */
const SEED = Number(process.env['CONFORMANCE_SEED'] ?? Date.now() % 2 ** 31);

/** A session that has failed, to be done again. */
const REPLAY = process.env['CONFORMANCE_REPLAY'];

/** Where sessions that fail are kept. */
const FOLDER = '.conformance';

const UNITS = ['utf-8', 'utf-16', 'utf-32'] as const;

/** Does a session, and then asks what must hold after any. Throws what does not. */
async function hold(what: Script): Promise<void> {
  const rejected: unknown[] = [];
  const onRejection = (reason: unknown) => void rejected.push(reason);
  process.on('unhandledRejection', onRejection);
  const session = await Session.of(what);
  try {
    for (const step of what.steps) await session.take(step);
    await session.settle();
    assert.deepEqual(session.differences(), [], 'client and server have the same texts');
    assert.deepEqual(session.log.open, [], 'every request is answered');
    assert.deepEqual(session.log.begun, [], 'all progress ends');
    await sameAsFresh(session);
    assert.deepEqual(session.log.problems, [], `every message fits ${CHECKED_BY}`);
    assert.deepEqual(rejected, [], 'nothing is rejected unheard');
  } finally {
    await session.stop();
    process.off('unhandledRejection', onRejection);
  }
}

/** A server that has seen all edits answers as one that has seen none, in whatever unit. */
async function sameAsFresh(session: Session): Promise<void> {
  const others = await Promise.all(UNITS.filter((unit) => unit !== session.unit).map((unit) => session.fresh(unit)));
  try {
    const expected = await answersOf(session);
    for (const other of others) {
      const difference = firstDifference(await answersOf(other), expected);
      const both = `a fresh server in ${other.unit}, and one in ${session.unit} after a session,`;
      assert.equal(difference, null, `${both} answer otherwise: ${difference}`);
      assert.deepEqual(other.log.problems, []);
    }
  } finally {
    for (const other of others) await other.stop();
  }
}

async function answersOf(session: Session): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const uri of FILES) {
    const text = session.textOf(uri);
    if (text === undefined) continue;
    answers[uri] = await answersAbout(session, uri);
    for (const position of places(text)) {
      answers[`${uri} ${JSON.stringify(position)}`] = await answersAt(session, uri, position);
    }
  }
  answers['all'] = await answersOfAll(session, FILES[0] as string, 'file:///notes/moved.debate');
  return answers;
}

/** Three places of a text, each where something may be named, and at the start of a character. */
function places(text: string) {
  const rows = text.split(/\r\n|\r|\n/);
  const named = rows.flatMap((row, line) =>
    [...row.matchAll(/[#(@]./gu)].map(({ index }) => ({ line, character: index + 1 })),
  );
  const step = Math.max(1, Math.floor(named.length / 3));
  return named.filter((_, index) => index % step === 0).slice(0, 3);
}

/** Writes a session down, and returns how it is done again. */
function saved(what: Script): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `session-${SEED}.json`);
  writeFileSync(file, `${JSON.stringify(what, null, 1)}\n`);
  return `CONFORMANCE_REPLAY=${file} npm run conformance`;
}

function failure(what: Script, error: unknown): Error {
  const { message } = error as Error;
  return new Error(`${message}\n\nDo this session again: ${saved(what)}\n${JSON.stringify(what)}`);
}

describe('a random session', () => {
  it('leaves client and server with the same texts, answers and manners', async function () {
    this.timeout(SECONDS * 5000 + 60_000);
    if (REPLAY !== undefined) return hold(JSON.parse(readFileSync(REPLAY, 'utf8')));
    const held: { what: Script; end: Promise<void> }[] = [];
    const property = fc.asyncProperty(script, (what) => {
      const end = hold(what);
      held[0] = { what, end };
      return end;
    });
    const details = await fc.check(property, {
      numRuns: 1_000_000,
      seed: SEED,
      interruptAfterTimeLimit: SECONDS * 1000,
      markInterruptAsFailure: false,
    });
    console.log(`      ${details.numRuns} sessions from CONFORMANCE_SEED=${SEED}, checked by ${CHECKED_BY}`);
    const [failed] = details.counterexample ?? [];
    if (failed) throw failure(failed, details.errorInstance);
    // One may still have been going on when the time was over.
    for (const { what, end } of held) await end.catch((error) => Promise.reject(failure(what, error)));
    assert.ok(details.numRuns > 0, 'at least one session came to its end');
  });
});
