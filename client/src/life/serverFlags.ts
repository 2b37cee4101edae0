/**
 * How Node is started for the server. Room for young objects, in megabytes: of a note that is read, what is needed no more
 * is gone at once, and with the 16 that V8 takes by itself a workspace of a thousand notes holds twenty more for nothing. A
 * letter in 10,000 lines leaves one megabyte behind, and costs the same.
 */
export const SERVER_FLAGS = ['--max-semi-space-size=4'];
