import { checkFormat } from './checkFormat';

const check = (source: string, expected: string) => checkFormat(source, expected);

describe('the indentation of formatted statements', () => {
  it('is two columns a level', () => {
    check(
      'claim: A\n    support: B\n          cite: C\n    rebuttal: D',
      'claim: A\n  support: B\n    cite: C\n  rebuttal: D',
    );
    check('claim: A\n\tsupport: B', 'claim: A\n  support: B');
  });
  it('is as many columns as asked for, but never fewer than two', () => {
    checkFormat('claim: A\n  support: B', 'claim: A\n    support: B', { indent: 4 });
    checkFormat('claim: A\n   support: B', 'claim: A\n  support: B', { indent: 1 });
    checkFormat('claim: A\n   support: B', 'claim: A\n  support: B', { indent: Number.NaN });
  });
  it('is a tab a level on request', () =>
    checkFormat('claim: A\n  support: B\n    C\n    cite: D', 'claim: A\n\tsupport: B\n\t\tC\n\t\tcite: D', {
      tabs: true,
      indent: 2,
    }));
  it('begins at the margin', () => {
    check('    claim: A\n      support: B', 'claim: A\n  support: B');
    check('# A\n  claim: B\n# C\n  question: D', '# A\nclaim: B\n# C\nquestion: D');
  });
  it('stays away from the flat style', () => {
    check('claim: A\nrebuttal: B\ncite: C\nsupport: D', 'claim: A\nrebuttal: B\ncite: C\nsupport: D');
    check('claim: A\n    rebuttal: B\n    undercut: C', 'claim: A\n  rebuttal: B\n  undercut: C');
    check(' claim: A\n  support: B', 'claim: A\nsupport: B');
  });
  it('keeps a cite where it is of use to whom it was', () => {
    check('claim: A\n    rebuttal: B\n    cite: C', 'claim: A\n  rebuttal: B\n  cite: C');
    check('claim: A\n    rebuttal: B\n        cite: C', 'claim: A\n  rebuttal: B\n    cite: C');
    check('claim: A\n cite: B\n    undercut: C', 'claim: A\ncite: B\n  undercut: C');
  });
  it('keeps a line out of the hands of one that it did not answer', () => {
    // At two columns the rebuttal would answer B, which has gone to the margin.
    check('claim: A\n support: B\n  rebuttal: C', 'claim: A\nsupport: B\nrebuttal: C');
    // At the margin, A would be what the support answers.
    check('  claim: A\nsupport: B', '  claim: A\nsupport: B');
    check(
      '  claim: A\n    support: B\nquestion: C\n    answer: D',
      '  claim: A\n    support: B\nquestion: C\n  answer: D',
    );
  });
  it('stays as it is in a section where every other would be in the way', () => {
    const claims = Array.from({ length: 20 }, (_, i) => `${' '.repeat(40 - 2 * i)}claim: A`).join('\n');
    check(`${claims}\nquestion: B\n    C`, `${claims}\nquestion: B\n  C`);
  });
  it('keeps passages out that are none of its own', () => {
    check('    claim: A\n  prose', ' claim: A\n  prose');
    check('claim: A\n      support: B\n    prose', 'claim: A\n   support: B\n    prose');
    check('claim: A\n    support: B\n  # Heading', 'claim: A\n  support: B\n  # Heading');
    check('  claim: A\n\n > quoted\n  claim: B', 'claim: A\n\n > quoted\nclaim: B');
  });
  it('leaves a byte order mark in front', () => check('\ufeff  claim: A', '\ufeffclaim: A'));
});

describe('the lines of a formatted statement', () => {
  it('stand two columns behind it, and as they stood to each other', () => {
    check('claim: A\n       B\n         C\n\n       D', 'claim: A\n  B\n    C\n\n  D');
    check('claim: A\n\tB', 'claim: A\n  B');
  });
  it('stand under the words behind a bullet', () => check('-   claim: A\n     B', '- claim: A\n  B'));
  it('move with it', () =>
    check('claim: A\n      support: B\n        C\n        > D', 'claim: A\n  support: B\n    C\n    > D'));
  it('keep code and comments as they are in themselves', () => {
    check('claim: A\n    ```\n      B\n\n    \tC\n   D\n    ```', 'claim: A\n  ```\n    B\n\n  \tC\n  D\n  ```');
    check('claim: A\n  ```\n   B\n C\n  ```', 'claim: A\n  ```\n   B\n  C\n  ```');
    check('claim: A\n      <!-- B\n\t\tC -->\n      D', 'claim: A\n  <!-- B\n    C -->\n  D');
    check('claim: A <!-- B\n C -->\n    D', 'claim: A <!-- B\n C -->\n  D');
  });
  it('quote below it at its own column, or under the words behind a bullet', () => {
    check('claim: A\n      support: B\n > C', 'claim: A\n  support: B\n  > C');
    check('- claim: A\n> B', '- claim: A\n  > B');
    check('claim: A\n    > B\n> C', 'claim: A\n  > B\n> C');
  });
  it('end without white space, but for the line breaks of Markdown', () => {
    check('claim: A \t\n  B  \n  C \u00a0\n \n  D\n', 'claim: A\n  B  \n  C\n\n  D\n');
    check('claim: A <!-- B  \nC  -->  \n', 'claim: A <!-- B  \nC  -->  \n');
    check('claim: A  \n  > B  \n', 'claim: A\n  > B  \n');
    check('claim: A  \n  B\n', 'claim: A  \n  B\n');
  });
  it('keep the breaks they end with', () => {
    check('Claim:A\r\n    B \r    C\n', 'claim: A\r\n  B\r  C\n');
    // Without the space there would be one line break of two.
    check('claim: A\r \n  B', 'claim: A\r \n  B');
  });
});

describe('formatting touches nothing but statements', () => {
  const frontMatter = '---\ntitle :  T  \n---\n';
  const others = [
    '\n#  Heading  \n### ( Ada )\nprose  \n   more\n\n> quoted  \n\n-- \n',
    '```\n  claim:A\n```\n<!--\n claim:B\n-->\n*  bullet\n-  [x] Claim :\n',
  ];
  it('on its own', () => {
    for (const other of others) check(frontMatter + other, frontMatter + other);
  });
  it('above and below them', () => {
    for (const other of others) {
      check(`${frontMatter}${other}Claim:A\n\n${other}`, `${frontMatter}${other}claim: A\n\n${other}`);
    }
  });
});
