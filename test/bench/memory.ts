import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { madeUpNote } from './madeUpNote';
import { Subject } from './subject';

/** What a note that is open keeps of the heap, and the whole process of memory. */
export function printMemory(lines: number): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const text = madeUpNote(lines);
  const subject = new Subject();
  collect();
  const before = process.memoryUsage().heapUsed;
  subject.read(text);
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  // Asked for after the collection: the note has to outlive it.
  const { statements } = subject.counts();
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
  console.log(
    `\nMemory: ${statements} statements in ${lines} lines keep ${megabytes(heapUsed - before)} MB of heap beside their ` +
      `text; the process, ${megabytes(rss)} MB`,
  );
}
