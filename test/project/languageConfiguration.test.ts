import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { marked } from '../support/marks';

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: 'none'; readonly appendText?: string };
  }[];
}

const { wordPattern, onEnterRules }: Configuration = JSON.parse(
  readFileSync('syntaxes/language-configuration.json', 'utf8'),
);

/** What the editor makes of Enter at the cursor: the first rule that fits, on top of the indentation of the line. */
function afterEnter(source: string): string {
  const { text, cursor } = marked(source);
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  const [before, after] = [text.slice(lineStart, cursor), text.slice(cursor).split('\n')[0] ?? ''];
  const rule = onEnterRules.find(
    ({ beforeText, afterText }) =>
      new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)),
  );
  const indentation = /^[ \t]*/.exec(before)?.[0] ?? '';
  return `${text.slice(0, cursor)}\n${indentation}${rule?.action.appendText ?? ''}‸${text.slice(cursor)}`;
}

function check(source: string, expected: string) {
  assert.equal(afterEnter(source), expected);
}

describe('Enter', () => {
  it('goes on at the column of a reply', () => {
    check('claim: A\n  rebuttal: B‸', 'claim: A\n  rebuttal: B\n  ‸');
    check('claim: A\n\trebuttal: B‸', 'claim: A\n\trebuttal: B\n\t‸');
  });
  it('continues bullets at their column', () => {
    check('- claim: A‸', '- claim: A\n- ‸');
    check('  * rebuttal: B‸', '  * rebuttal: B\n  * ‸');
    check('  + x‸', '  + x\n  + ‸');
    check('- claim: A‸B', '- claim: A\n- ‸B');
  });
  it('continues quotations at their depth', () => {
    check('> A‸', '> A\n> ‸');
    check('  >A‸', '  >A\n  > ‸');
    check('> > A‸', '> > A\n> > ‸');
    check('>>> A‸', '>>> A\n> > > ‸');
  });
  it('ends both on a line that has nothing but the mark', () => {
    check('- ‸', '- \n‸');
    check('> ‸', '> \n‸');
  });
  it('does nothing more in prose', () => {
    for (const prose of ['A', 'a - b', '-5 degrees', '--', '---', '# A', '1. A', 'a > b'])
      check(`${prose}‸`, `${prose}\n‸`);
  });
});

describe('a word', () => {
  const words = (text: string) => text.match(new RegExp(wordPattern.pattern, `g${wordPattern.flags}`));
  it('is an id with its mark, hyphens and all', () =>
    assert.deepEqual(words("claim #not-agents_2 (Ada): it's naïve, שלום e\u0301"), [
      'claim',
      '#not-agents_2',
      'Ada',
      "it's",
      'naïve',
      'שלום',
      'e\u0301',
    ]));
});
