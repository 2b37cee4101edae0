/** The prefix of the tests' lines where they share a stream with VS Code's own. */
export const testLine = 'test| ';

/** The prefix of a line with the outcome, as JSON, of tests that cannot write a file. */
export const countsLine = 'counts| ';
