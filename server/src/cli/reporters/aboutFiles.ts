/** What a check says of files, beside what the rules say of notes. */
export const ABOUT_FILES = [
  {
    id: 'invalid-encoding',
    severity: 'warning',
    description: 'A file holds bytes that are no UTF-8.',
    tags: ['files'],
    page: `# \`invalid-encoding\`

Severity: warning.

**Fires on** a file with bytes that are no UTF-8. They are read as U+FFFD, and the file is not fixed.

**Why it matters.** Words that nobody can read are no argument. Save the file as UTF-8.
`,
  },
  {
    id: 'invalid-configuration',
    severity: 'error',
    description: 'A configuration file or a baseline cannot be read, or holds something else than it should.',
    tags: ['files'],
    page: `# \`invalid-configuration\`

Severity: error.

**Fires on** a \`.debatenotes.json\` or a baseline that is no JSON, names what there is none of, or holds other values than
it should.

**Why it matters.** The part that is wrong does not hold, and the defaults do in its place.
`,
  },
  {
    id: 'stale-baseline-entry',
    severity: 'information',
    description: 'A baseline holds a finding that is no longer there.',
    tags: ['files'],
    page: `# \`stale-baseline-entry\`

Severity: information.

**Fires on** an entry of a baseline that nothing in its note fits any more, or whose note is gone.

**Why it matters.** The entry would hide the same finding if it came back. Write the baseline anew.
`,
  },
] as const;
