import { setFlagsFromString } from 'node:v8';

/** By how much V8 lets the room for young objects grow at a time, in all its versions that Node 20 and later have. */
export const STANDARD = 2;

/**
 * Has V8 leave the room for young objects as it is while all notes of a workspace are read: of a note, what is needed no
 * more is gone at once, so that more room, up to 32 MB, would only be added to what is kept. Electron is left alone, which
 * may have locked its flags.
 * @returns ends that: who types in a long note has use for the room
 */
export function readWithLittleRoom(): () => void {
  if (process.versions['electron'] !== undefined) return () => undefined;
  setFlagsFromString('--semi-space-growth-factor=1');
  return () => setFlagsFromString(`--semi-space-growth-factor=${STANDARD}`);
}
