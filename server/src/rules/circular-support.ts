import { adjacency } from '../argument/adjacency';
import { relationTo } from '../argument/argument';
import { cyclicComponents } from '../argument/components';
import type { Structure } from '../argument/structure';
import type { Keyword } from '../syntax/tree';
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
  check: ({ note }) => ringsOf(note.argument.structure).map((ring) => finding(note, ring)),
};

const RINGS = new WeakMap<Structure, readonly (readonly number[])[]>();

/** The statements of each ring, in the order of the text. Cost: linear, once as long as who answers whom stays the same. */
function ringsOf(structure: Structure): readonly (readonly number[])[] {
  const known = RINGS.get(structure) ?? findRings(structure);
  RINGS.set(structure, known);
  return known;
}

function findRings({ keywords, replyStart, replyTo }: Structure): number[][] {
  const from: number[] = [];
  const to: number[] = [];
  keywords.forEach((keyword, index) => {
    for (let k = replyStart[index] as number; k < (replyStart[index + 1] as number); k++) {
      const target = replyTo[k] as number;
      if (target < 0 || relationTo(keyword, keywords[target] as Keyword) !== 'supports') continue;
      from.push(index);
      to.push(target);
    }
  });
  const rings = new Map<number, number[]>();
  cyclicComponents(adjacency(keywords.length, from, to)).forEach((ring, index) => {
    if (ring === 0) return;
    const members = rings.get(ring);
    if (members) members.push(index);
    else rings.set(ring, [index]);
  });
  return [...rings.values()].sort(([a = 0], [b = 0]) => a - b);
}

/** Statements of a ring that are listed with a finding. */
const MOST_RELATED = 10;

function finding({ uri, argument }: Note, ring: readonly number[]): Finding {
  const [first, ...others] = ring.flatMap((index) => argument.point(index) ?? []);
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
