/** How often each thing is measured; odd, so that there is a median. */
export const RUNS = 15;

/** Milliseconds that one thing may be measured before it gets fewer runs; three it always gets. */
const PATIENCE = 2_000;

/** Milliseconds for which a piece of work is run before it is measured: until then much of it is not compiled. */
const WARM_UP = 1_500;

/** Milliseconds of CPU that a piece of work takes, all threads of this process together. */
export function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The median cost of a piece of work, after runs that warm it up, in milliseconds of CPU. */
export function medianOf(work: () => unknown): number {
  const warm = performance.now() + WARM_UP;
  while (performance.now() < warm) work();
  const end = performance.now() + PATIENCE;
  const times: number[] = [];
  while (times.length < RUNS && (times.length < 3 || performance.now() < end)) times.push(cpuOf(work));
  return quantile(times, 0.5);
}

/** The value that a share of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** What a figure is wanted to be. */
export interface Target {
  readonly wanted: string;
  readonly met: boolean;
}

/** A target as printed: the bench states, it does not judge. */
export function stated({ wanted, met }: Target): string {
  return `${wanted} ${met ? 'ok' : 'short'}`;
}

/** Milliseconds or a factor, with the digits that say something. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

/**
 * A line of a table.
 * @param remark what is wanted of the figures
 */
export function print(name: string, columns: readonly string[], remark = ''): void {
  const line = name.padEnd(38) + columns.map((column) => column.padStart(10)).join('');
  console.log(remark ? `${line}   ${remark}` : line);
}

/** The head of a table. */
export function printTitle(title: string, columns: readonly string[]): void {
  console.log(`\n${title}`);
  print('', columns);
}
