import assert from 'node:assert/strict';
import { argdownOf } from './madeUpArgdown';
import { countsOf, madeUpDebate } from './madeUpDebate';
import { noteOf } from './madeUpNote';
import type { Peer } from './peer';
import { Subject } from './subject';

/** Sees to it that both programs find the same debate in what they are given, and says what that is. */
export function printEquivalence(lines: number, peer: Peer | null): void {
  const debate = madeUpDebate(lines);
  const expected = countsOf(debate);
  const note = noteOf(debate);
  const subject = new Subject();
  subject.read(note);
  assert.deepEqual(subject.counts(), expected);
  console.log(
    `${lines} lines are ${expected.statements} statements, ${expected.relations} relations; ` +
      `${note.length} characters as a note`,
  );
  if (!peer) return;
  const argdown = argdownOf(debate);
  const { statements, relations } = peer.read(argdown);
  const found = { statements: Object.keys(statements).length, relations: relations.length };
  assert.deepEqual(found, expected);
  console.log(`and the same in Argdown; ${argdown.length} characters there`);
}
