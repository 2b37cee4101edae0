import { FILE_HEADERS_ONLY, formatPatch, type StructuredPatch, structuredPatch } from 'diff';
import type { Paint } from './paint';
import { spelledOut } from './printed';

/** Lines that are taken away or put in, up to which the shortest difference is looked for (its square is the cost). */
const MOST_LINES = 1000;

/** Lines around a change, which `patch` finds its place by. */
const CONTEXT = 3;

/**
 * What two texts differ in, as a unified diff that `patch` and `git apply -p0` take.
 * Cost: linear where little is changed, and where very much is.
 * @param file with `/` between names, as patches have it
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  const name = file.replaceAll('\\', '/');
  const options = { context: CONTEXT, maxEditLength: MOST_LINES };
  const patch =
    structuredPatch(name, name, before, after, undefined, undefined, options) ?? replacedMiddle(name, before, after);
  const diff = formatPatch(patch, FILE_HEADERS_ONLY);
  // GNU patch takes a name to end at a space, unless a tab ends it; git writes it so, too.
  return name.includes(' ') ? diff.replace(/^--- .*\n\+\+\+ .*/, (names) => names.replace(/$/gm, '\t')) : diff;
}

/** Everything between the lines that two texts begin and end with. */
function replacedMiddle(name: string, before: string, after: string): StructuredPatch {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const most = Math.min(old.length, fresh.length);
  let start = 0;
  while (start < most && old[start] === fresh[start]) start++;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === fresh.at(-1 - end)) end++;
  const above = old.slice(Math.max(0, start - CONTEXT), start);
  const below = old.slice(old.length - end, old.length - end + CONTEXT);
  const [taken, put] = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)];
  const around = above.length + below.length;
  const hunk = {
    oldStart: start - above.length + 1,
    oldLines: taken.length + around,
    newStart: start - above.length + 1,
    newLines: put.length + around,
    lines: [marked(' ', above), marked('-', taken), marked('+', put), marked(' ', below)].flat(),
  };
  return { oldFileName: name, newFileName: name, oldHeader: undefined, newHeader: undefined, hunks: [hunk] };
}

/** Each with its line break; the last may have none. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function marked(sign: string, lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    line.endsWith('\n') ? [`${sign}${line.slice(0, -1)}`] : [`${sign}${line}`, '\\ No newline at end of file'],
  );
}

/** The diff of one file for people: in colour, and with control characters spelled out, which `patch` could make nothing of. */
export function shownDiff(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line, i) => {
      const shown = spelledOut(line);
      // The names of the file, before and after.
      if (i < 2) return paint.in('bold', shown);
      if (line.startsWith('@@')) return paint.in('cyan', shown);
      if (line.startsWith('+')) return paint.in('green', shown);
      return line.startsWith('-') ? paint.in('red', shown) : shown;
    })
    .join('\n');
}
