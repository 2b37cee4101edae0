import { checkFormat } from './checkFormat';

describe('bullets', () => {
  const add = (source: string, ...expected: string[]) => checkFormat(source, expected.join('\n'), { bullets: 'add' });

  it('are added with every statement under what it answers, as Markdown nests lists', () => {
    add(
      'claim: A\nrebuttal: B\ncite: C\nsupport: D',
      '- claim: A',
      '  - rebuttal: B',
      '    - cite: C',
      '  - support: D',
    );
    add('claim: A\n    support: B\n* claim: C', '- claim: A', '  - support: B', '* claim: C');
  });
  it('leave in the flat style what answers across others', () =>
    add(
      'claim: A\nquestion: B\nsupport: C\nanswer: D\ncite: E\nclaim: F\nsupport: G',
      '- claim: A',
      '- question: B',
      '- support: C',
      '- answer: D',
      '  - cite: E',
      '- claim: F',
      '  - support: G',
    ));
  it('leave an answer where it reaches its question over another topic', () =>
    add('question: A\nclaim: B\nanswer: C', '- question: A', '- claim: B', '- answer: C'));
  it('leave in the flat style what would be code behind the end of a list', () => {
    add(
      'claim: A\nrebuttal: B\nprose\n\ncite: C\nclaim: D\nsupport: E',
      '- claim: A\n- rebuttal: B\nprose\n\n- cite: C\n- claim: D\n  - support: E',
    );
    add(
      'claim: A\n  rebuttal: B\n\n### (Ada)\n    rebuttal: C\n      cite: D',
      '- claim: A\n- rebuttal: B\n\n### (Ada)\n  - rebuttal: C\n    - cite: D',
    );
    add('claim: A\n\n### (Ada)\nrebuttal: B\ncite: C', '- claim: A\n\n### (Ada)\n  - rebuttal: B\n    - cite: C');
  });
  it('have the lines of the statement under its words', () =>
    add(
      'claim: A\n      B\n> C\nclaim: D\n    ```\n    E\n    ```',
      '- claim: A',
      '  B',
      '  > C',
      '- claim: D',
      '  ```',
      '  E',
      '  ```',
    ));
  it('are never so far apart that Markdown sees code', () => {
    checkFormat('claim: A\n  support: B', '- claim: A\n     - support: B', { bullets: 'add', indent: 8 });
    checkFormat('claim: A\n  support: B\n    C', '- claim: A\n\t- support: B\n\t  C', { bullets: 'add', tabs: true });
  });
  it('are taken away', () =>
    checkFormat('- claim: A\n  B\n  *   support: C\n- prose', 'claim: A\n  B\n  support: C\n- prose', {
      bullets: 'remove',
    }));
  it('are kept as they are where nothing else is asked for', () =>
    checkFormat('- claim: A\n  + support: B\nclaim: C', '- claim: A\n  + support: B\nclaim: C'));
});

describe('a blank line in a Markdown note', () => {
  const check = (source: string, ...expected: string[]) => checkFormat(source, expected.join('\n'), { separate: true });

  it('keeps statements apart', () =>
    check('claim: A\n  support: B\nclaim: C', 'claim: A', '', '  support: B', '', 'claim: C'));
  it('keeps statements and prose apart', () => {
    check('prose\nclaim: A\nprose\nmore', 'prose', '', 'claim: A', '', 'prose', 'more');
    check('- claim: A\nprose', '- claim: A', '', 'prose');
  });
  it('keeps a statement from a quotation that Markdown would have go on', () => {
    check('> A\nclaim: B', '> A', '', 'claim: B');
    check('claim: A\n> B\nclaim: C', 'claim: A', '> B', '', 'claim: C');
  });
  it('never parts a statement and the quotation that belongs to it', () => check('claim: A\n> B', 'claim: A', '> B'));
  it('keeps a statement from becoming a heading', () => {
    check('claim: A\n---\nB', 'claim: A', '', '---', 'B');
    check('claim: A\n-- \nB', 'claim: A', '', '-- ', 'B');
    check('claim: A\n***\nB', 'claim: A', '***', 'B');
  });
  it('is not put where Markdown begins something new by itself', () => {
    check('- claim: A\n  - support: B\nclaim: C', '- claim: A', '  - support: B', '', 'claim: C');
    check('claim: A\n- B', 'claim: A', '- B');
    check('claim: A\n# B', 'claim: A', '# B');
    check('A\n- claim: B', 'A', '- claim: B');
  });
  it('is not put into prose', () => check('A\nB\n---\nC\n> D\nE', 'A', 'B', '---', 'C', '> D', 'E'));
  it('is not put where what follows would become code', () =>
    check('claim: A\n  support: B\n    rebuttal: C', 'claim: A', '', '  support: B', '    rebuttal: C'));
  it('is not put there either where a list has come to its end', () =>
    check(
      '- claim: A\n  - support: B\n\n# C\nclaim: D\n  support: E\n    rebuttal: F',
      '- claim: A\n  - support: B\n\n# C\nclaim: D\n\n  support: E\n    rebuttal: F',
    ));
  it('is put there where it stands under a bullet', () =>
    check('- claim: A\n  - support: B\n    rebuttal: C', '- claim: A', '  - support: B', '', '    rebuttal: C'));
  it('is not put into a comment', () => check('claim: A <!--\n\nb --> c', 'claim: A <!--', '', 'b --> c'));
  it('ends as the first line does', () => {
    checkFormat('claim: A\r\nclaim: B\nclaim: C', 'claim: A\r\n\r\nclaim: B\n\r\nclaim: C', { separate: true });
    checkFormat('claim: A\nclaim: B\rclaim: C', 'claim: A\n\nclaim: B\r\rclaim: C', { separate: true });
  });
  it('goes with steps of two columns, of which four would be code', () =>
    checkFormat('claim: A\n\n    support: B\n\n        C', 'claim: A\n\n  support: B\n\n    C', {
      separate: true,
      indent: 4,
    }));
});
