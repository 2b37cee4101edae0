import { adjacency } from '../argument/adjacency';
import { relationTo } from '../argument/argument';
import { cyclicComponents } from '../argument/components';
import type { Note } from '../workspace/note';
import type { Finding, Rule } from './rule';

/** Statements that support each other in a ring, so that what seems a reason leads back to what it is to show. */
export const circularSupport: Rule = {
  meta: {
    id: 'circular-support',
    severity: 'warning',
    description: 'Statements support each other in a ring.',
    tags: ['argument'],
  },
  check: ({ note }) => [...ringsOf(note).values()].map((ring) => finding(note, ring)),
};

/** Each ring by its number: the statements in it, in the order of the text. Cost: linear. */
function ringsOf(note: Note): Map<number, number[]> {
  const { points } = note.argument;
  const from: number[] = [];
  const to: number[] = [];
  for (const { index, statement, repliesTo } of points) {
    for (const reply of repliesTo) {
      const target = points[reply.index ?? -1];
      if (!target || relationTo(statement.keyword, target.statement.keyword) !== 'supports') continue;
      from.push(index);
      to.push(target.index);
    }
  }
  const rings = new Map<number, number[]>();
  cyclicComponents(adjacency(points.length, from, to)).forEach((ring, index) => {
    if (ring === 0) return;
    const members = rings.get(ring);
    if (members) members.push(index);
    else rings.set(ring, [index]);
  });
  return new Map([...rings].sort(([, [a = 0]], [, [b = 0]]) => a - b));
}

/** Statements of a ring that are listed with a finding. */
const MOST_RELATED = 10;

function finding({ uri, argument: { points } }: Note, ring: readonly number[]): Finding {
  const [first, ...others] = ring.flatMap((index) => points[index] ?? []);
  const message =
    others.length === 0
      ? 'This statement is given as a reason for itself. Name the statement that is meant.'
      : `This statement and ${others.length === 1 ? 'another' : `${others.length} others`} are given as reasons for each other, in a ring. Give one of them a reason from outside, and take one of the targets away.`;
  return {
    range: first?.statement.header ?? { start: 0, end: 0 },
    message,
    related: others.slice(0, MOST_RELATED).map(({ statement }) => ({
      note: uri,
      range: statement.header,
      message: `In the ring: the ${statement.keyword} in line ${statement.firstLine + 1}.`,
    })),
    fixes: () => [],
  };
}
