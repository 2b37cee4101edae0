import { figure, medianOf, print, printTitle, stated } from './measure';
import { Subject } from './subject';

/** What twice the text may cost at most. */
const WANTED_GROWTH = 3;

/** Texts that a parser may stumble over, each by its size. */
const SHAPES: Record<string, [size: number, text: (size: number) => string]> = {
  'lines of one paragraph': [20_000, (size) => 'A line that no empty line parts from the next.\n'.repeat(size)],
  'opening brackets': [40_000, (size) => `claim: ${'['.repeat(size)}\n`],
  'levels, by targets': [
    20_000,
    (size) => series(size, (i) => (i ? `support #s${i} -> #s${i - 1}: A.` : 'claim #s0: A.')),
  ],
  'levels, by indentation': [
    1_000,
    (size) => series(size, (i) => `${' '.repeat(2 * i)}${i ? 'support' : 'claim'}: A.`),
  ],
  'ids that attack each other in a ring': [
    10_000,
    (size) => series(size, (i) => `rebuttal #r${i} -> #r${(i + 1) % size}: A.`),
  ],
};

/** Hostile shapes, at a size and at twice that. The growth of the text is beside: that of indented lines is by the square. */
export function printHostile(): void {
  printTitle('Hostile shapes: tree, links and labels', ['size', 'once', 'twice', 'growth', 'of text']);
  for (const [name, [size, text]] of Object.entries(SHAPES)) {
    const [once, twice] = [text(size), text(2 * size)];
    const costs = [once, twice].map((shape) => medianOf(() => new Subject().read(shape))) as [number, number];
    const growth = costs[1] / costs[0];
    const characters = twice.length / once.length;
    const wanted = (WANTED_GROWTH * characters) / 2;
    const columns = [String(size), ...costs.map(figure), figure(growth), figure(characters)];
    print(name, columns, stated({ wanted: `≤ ${figure(wanted)}×`, met: growth <= wanted }));
  }
}

function series(size: number, line: (index: number) => string): string {
  return `${Array.from({ length: size }, (_, index) => line(index)).join('\n')}\n`;
}
