import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option } from 'commander';
import { nodeFileSystem } from '../files/nodeFileSystem';
import { type LanguageService, sharedBibliographyFile } from '../service';
import { complain } from './printed';
import type { Terminal } from './terminal';

/** `--bibliography`, which may be repeated. */
export function bibliographyOption(): Option {
  return new Option('--bibliography <file>', 'let notes cite from this bibliography, too; may be repeated')
    .argParser((file: string, before: readonly string[]) => [...before, file])
    .default([], 'none');
}

/**
 * Lets all notes cite from some bibliographies.
 * @param files as they are named on the command line
 * @returns false where one cannot be read, which is said on standard error
 */
export async function shareBibliographies(
  service: LanguageService,
  files: readonly string[],
  terminal: Terminal,
): Promise<boolean> {
  const place = { folder: pathToFileURL(path.resolve()).href, home: nodeFileSystem.home ?? null };
  const named = files.map((file) => ({ file, meant: sharedBibliographyFile(file, place) }));
  service.setSharedBibliographies(named.flatMap(({ meant }) => ('uri' in meant ? meant.uri : [])));
  await service.loadSharedBibliographies(nodeFileSystem);
  let areRead = true;
  for (const { file, meant } of named) {
    const reason = 'uri' in meant ? service.whyUnreadable(meant.uri) : meant.reason;
    if (reason === null) continue;
    complain(terminal, `Cannot read ${file}: ${reason}.`);
    areRead = false;
  }
  return areRead;
}
