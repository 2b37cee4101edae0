import type { Position } from 'vscode-languageserver';
import { PAPER_FORMATS, type PaperPlace } from '../../service';
import { WRITE_PAPER_COMMAND, type WrittenPaper } from '../messages';
import type { ServerCommand } from './command';

export const writePaper: ServerCommand = {
  name: WRITE_PAPER_COMMAND,
  run: async ({ service }, [place, format]): Promise<WrittenPaper | null> => {
    const known = PAPER_FORMATS.find((each) => each === format);
    const read = readPlace(place);
    return known && read ? service.papers.write(read, known) : null;
  },
};

function readPlace(written: unknown): PaperPlace | null {
  if (typeof written !== 'object' || written === null) return null;
  const { key, uri, position } = written as Readonly<Record<string, unknown>>;
  if (typeof key === 'string') return { key };
  return typeof uri === 'string' && isPosition(position) ? { uri, position } : null;
}

function isPosition(written: unknown): written is Position {
  if (typeof written !== 'object' || written === null) return false;
  const { line, character } = written as Readonly<Record<string, unknown>>;
  return Number.isInteger(line) && Number.isInteger(character);
}
