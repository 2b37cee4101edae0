import { renameSync, writeFileSync } from 'node:fs';
import { generated } from './generated';

// Beside and renamed, so that a full disk leaves the file that there was.
for (const { file, text } of generated()) {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
