import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { nearMisses } from '../../server/src/syntax/nearMisses';
import { parse } from '../../server/src/syntax/parse';
import { statementsOf } from '../../server/src/syntax/pieces';
import { KEYWORDS } from '../../server/src/syntax/tree';

interface Snippet {
  readonly prefix: string;
  readonly body: string | readonly string[];
  readonly description: string;
}

const snippets = Object.values(JSON.parse(readFileSync('syntaxes/snippets.json', 'utf8')) as Record<string, Snippet>);

/** A snippet with nothing typed into it: placeholders stay, the first of several choices is taken. */
function expanded({ body }: Snippet): string {
  return [body]
    .flat()
    .join('\n')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$CURRENT_(?:YEAR|MONTH|DATE)/g, '20')
    .replace(/\$\d/g, '');
}

describe('snippets', () => {
  for (const keyword of KEYWORDS) {
    it(`write a ${keyword}`, () => {
      const snippet = snippets.find(({ prefix }) => prefix === keyword);
      assert.ok(snippet);
      const tree = parse(expanded(snippet));
      assert.deepEqual(
        statementsOf(tree).map((statement) => statement.keyword),
        [keyword],
      );
    });
  }
  it('have names of their own and leave nothing unfinished', () => {
    assert.equal(new Set(snippets.map(({ prefix }) => prefix)).size, snippets.length);
    for (const snippet of snippets) {
      const text = expanded(snippet);
      assert.doesNotMatch(text, /\$|\}/);
      assert.deepEqual(nearMisses(parse(text)), []);
      assert.ok(snippet.description.length > 0);
    }
  });
  it('write front matter, a quotation, a comment and a speaker that are such', () => {
    const kind = (prefix: string) => {
      const snippet = snippets.find((other) => other.prefix === prefix);
      return snippet && parse(expanded(snippet)).blocks[0]?.kind;
    };
    assert.deepEqual(['front', 'quote', 'comment', 'speaker'].map(kind), [
      'frontMatter',
      'quotation',
      'comment',
      'speakerHeading',
    ]);
  });
});
