import type { Reporter } from './reporter';

/** For scripts: one object, with everything as it is. */
export const json: Reporter = ({ notes, problems }) => `${JSON.stringify({ notes, problems })}\n`;
