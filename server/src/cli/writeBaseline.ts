import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMissing, reasonOf } from '../files/failures';
import { replaceFile } from '../files/replaceFile';
import { BASELINE_NAME, type Recorded, readBaseline, writtenBaseline } from '../service';
import { decodeUtf8 } from '../workspace/decode';
import { configProblems, isThere, noteOf } from './configure';
import type { OpenedNotes } from './opened';
import { complain } from './printed';
import { plural } from './reporters/reporter';
import { EXIT, type ExitCode, type Terminal } from './terminal';

/**
 * Records what is found in the notes now, in a baseline in the folder that the command runs in. What an earlier one has
 * of other notes that are still there is kept.
 */
export async function writeBaseline(opened: OpenedNotes, terminal: Terminal): Promise<ExitCode> {
  const file = path.resolve(BASELINE_NAME);
  const faults = (await configProblems(opened)).filter(({ rule }) => rule === 'invalid-configuration');
  for (const { file: faulty, range, message } of faults)
    complain(terminal, `${faulty}:${range.start.line}: ${message}`);
  if (faults.length > 0) return EXIT.failed;
  const found = findingsByPath(opened, path.dirname(file), terminal);
  if (!found) return EXIT.failed;
  try {
    const before = await readFile(file).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    const kept = before ? await keptFrom(file, before, found) : [];
    await replaceFile(file, before, Buffer.from(writtenBaseline(new Map([...kept, ...found]))));
  } catch (error) {
    complain(terminal, `Cannot write ${BASELINE_NAME}: ${reasonOf(error)}. It is as it was.`);
    return EXIT.failed;
  }
  const count = [...found.values()].reduce((sum, { length }) => sum + length, 0);
  terminal.out(`${plural(count, 'problem')} of ${plural(found.size, 'note')} recorded in ${BASELINE_NAME}.\n`);
  return opened.incomplete ? EXIT.failed : EXIT.clean;
}

/** Findings by path from a folder; null where a note lies elsewhere, so that no baseline there could hold for it. */
function findingsByPath(
  { service, notes }: OpenedNotes,
  folder: string,
  terminal: Terminal,
): Map<string, Recorded[]> | null {
  const found = new Map<string, Recorded[]>();
  for (const { file, uri } of notes) {
    const below = path.relative(folder, file);
    if (below.split(path.sep)[0] === '..' || path.isAbsolute(below)) {
      complain(terminal, `${file} lies outside of this folder. Call the command in a folder above all notes.`);
      return null;
    }
    const recorded = service.linter.findings(uri).map((finding) => ({
      rule: finding.rule,
      fingerprint: service.linter.fingerprint(uri, finding),
    }));
    found.set(below.split(path.sep).join('/'), recorded);
  }
  return found;
}

async function keptFrom(
  file: string,
  bytes: Uint8Array,
  found: ReadonlyMap<string, unknown>,
): Promise<[string, readonly Recorded[]][]> {
  const kept: [string, readonly Recorded[]][] = [];
  const { notes, faults } = readBaseline(decodeUtf8(bytes).text);
  if (faults.length > 0) throw new Error('what is there cannot be understood; mend it, or delete it');
  for (const [recorded, entries] of notes) {
    const isKept = !found.has(recorded) && (await isThere(noteOf(pathToFileURL(file).href, recorded)));
    if (isKept) kept.push([recorded, entries]);
  }
  return kept;
}
