import type { Bibliographies } from './bibliographies';
import { decodeUtf8 } from './decode';
import type { FileSystem } from './fileSystem';
import type { Note } from './note';

/** Reads the bibliographies that some notes or the settings name and that nobody has read, one after the other. */
export async function loadBibliographies(
  bibliographies: Bibliographies,
  notes: readonly Note[],
  files: Pick<FileSystem, 'readFile'>,
): Promise<void> {
  for (const uri of bibliographies.wanted(notes)) {
    try {
      const bytes = await files.readFile(uri);
      if (bytes) bibliographies.set(uri, decodeUtf8(bytes).text);
      else bibliographies.setUnreadable(uri, 'there is no such file');
    } catch (error) {
      bibliographies.setUnreadable(uri, error instanceof Error ? error.message : String(error));
    }
  }
}
