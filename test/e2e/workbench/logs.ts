import fs from 'node:fs/promises';
import path from 'node:path';

/** The last lines of every non-empty log file below a folder, each under its name. */
export async function tailOfLogs(folder: string, lines: number): Promise<string> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const tails = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.log'))
    .map(async (entry) => {
      const text = (await fs.readFile(path.join(entry.parentPath, entry.name), 'utf8')).trim();
      return text && `--- ${entry.name}\n${text.split('\n').slice(-lines).join('\n')}`;
    });
  return (await Promise.all(tails)).filter(Boolean).join('\n');
}
