import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { reasonOf } from '../files/failures';
import { nodeFileSystem } from '../files/nodeFileSystem';
import { isBibliographyFile } from '../service';
import { decodeUtf8 } from '../workspace/decode';
import type { NoteFile } from './findNotes';
import type { FileRange, OpenedNotes } from './opened';
import { complain } from './printed';
import type { Problem } from './reporters/reporter';
import type { Terminal } from './terminal';

/**
 * Looks for the configuration files and baselines of all notes.
 * @param config the file that holds for all of them; undefined where the nearest above each does
 * @returns false where that file cannot be read, which is said on standard error; the defaults hold then
 */
export async function configure(
  { service, notes }: OpenedNotes,
  config: string | undefined,
  terminal: Terminal,
): Promise<boolean> {
  const isThere = config === undefined || (await canBeRead(config, terminal));
  if (config !== undefined) service.linter.configuration.only = pathToFileURL(path.resolve(config)).href;
  for (const { uri } of notes) await service.linter.configuration.load(uri, nodeFileSystem);
  await readBibliographies({ service, notes });
  return isThere;
}

/** Reads the bibliographies beside all notes, and those that their front matter names. */
export async function readBibliographies({ service, notes }: Pick<OpenedNotes, 'service' | 'notes'>): Promise<void> {
  await readBibliographiesBeside({ service, notes });
  for (const { uri } of notes) await service.loadBibliographies(uri, nodeFileSystem);
}

/** Of a folder that cannot be listed the notes in it were named outright, and do without. */
async function readBibliographiesBeside({ service, notes }: Pick<OpenedNotes, 'service' | 'notes'>): Promise<void> {
  const folders = new Set(notes.map(({ file }) => path.dirname(path.resolve(file))));
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter(isBibliographyFile)) {
      const uri = pathToFileURL(path.join(folder, name)).href;
      const bytes = await nodeFileSystem.readFile(uri).catch(() => null);
      if (bytes) service.setBibliography(uri, decodeUtf8(bytes).text);
    }
  }
}

async function canBeRead(config: string, terminal: Terminal): Promise<boolean> {
  try {
    await stat(config);
    return true;
  } catch (error) {
    complain(terminal, `Cannot read ${config}: ${reasonOf(error)}.`);
    return false;
  }
}

/** What is wrong in configuration files, and entries of baselines that nothing fits any more, as problems of those files. */
export async function configProblems({ service, notes }: OpenedNotes): Promise<Problem[]> {
  const found = service.linter.configProblems(notes.map(({ uri }) => uri)).entries();
  const problems = [...found].flatMap(([uri, diagnostics]) =>
    diagnostics.map(({ range: { start, end }, message, code }) => {
      const range = { start: placeOf(start), end: placeOf(end) };
      return code === undefined
        ? fileProblem(uri, 'invalid-configuration', 'error', message, range)
        : fileProblem(uri, String(code), 'information', message, range);
    }),
  );
  return [...problems, ...(await entriesOfGoneNotes({ service, notes }))];
}

/** Nobody has opened a note that is gone, so nobody has missed what the baseline has of it. */
async function entriesOfGoneNotes({ service, notes }: Pick<OpenedNotes, 'service' | 'notes'>): Promise<Problem[]> {
  const problems: Problem[] = [];
  const baselines = new Set(notes.flatMap(({ uri }) => service.linter.configuration.baselineOf(uri)?.uri ?? []));
  for (const uri of baselines) {
    for (const recorded of service.linter.configuration.recordedNotes(uri)) {
      if (await isThere(noteOf(uri, recorded))) continue;
      const message = `There is no note \`${recorded}\` any more. Write the baseline anew.`;
      problems.push(fileProblem(uri, 'stale-baseline-entry', 'information', message, TOP));
    }
  }
  return problems;
}

/** File of a note that a baseline names. */
export function noteOf(baseline: string, recorded: string): string {
  return path.join(path.dirname(fileURLToPath(baseline)), recorded);
}

export function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

const TOP: FileRange = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function placeOf({ line, character }: { readonly line: number; readonly character: number }) {
  return { line: line + 1, column: character + 1 };
}

function fileProblem(uri: string, rule: string, severity: string, message: string, range: FileRange): Problem {
  const file = path.relative('', fileURLToPath(uri)) || '.';
  return { file, rule, severity, message, range, related: [], fixes: [], isFixable: false, fingerprint: null };
}

/** How many notes configuration leaves out. */
export function countIgnored({ service, notes }: OpenedNotes): number {
  return notes.filter(({ uri }: NoteFile) => service.linter.configuration.of(uri).isIgnored).length;
}
