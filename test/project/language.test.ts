import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LanguageService } from '../../server/src/service';
import { outlineLines } from '../support/outlineText';
import { isProblem } from '../support/rules';

/** A note of an example: the first line of its block may give it a file name. */
interface ExampleNote {
  readonly name: string;
  readonly text: string;
}

/** An example of the language page: notes, of which the last is meant, its outline, and what the editor says of it. */
interface Example {
  /** Line of the page, from 1, where it begins. */
  readonly line: number;
  readonly notes: readonly ExampleNote[];
  readonly outline: string | null;
  readonly problems: string | null;
}

const FENCE = '(?:`{3}|~{4})';

/** Every run of `debate` blocks of a page with the `outline` and `problems` blocks right below. */
function examplesOf(page: string): Example[] {
  const note = new RegExp(`^(?<fence>${FENCE})debate(?: (?<name>\\S+))?\\n(?<text>.*?)^\\k<fence>\\n`, 'gms');
  const found: Example[] = [];
  let waiting: { line: number; notes: ExampleNote[] } | null = null;
  for (const match of page.matchAll(note)) {
    const { name = 'note.debate', text = '' } = match.groups ?? {};
    const line: number = waiting?.line ?? page.slice(0, match.index).split('\n').length + 1;
    const notes: ExampleNote[] = [...(waiting?.notes ?? []), { name, text }];
    const rest = page.slice(match.index + match[0].length);
    const results = /^\s*(?:^```outline\n(?<outline>.*?)^```\n)?\s*(?:^```problems\n(?<problems>.*?)^```\n)?/ms.exec(
      rest,
    );
    waiting = /^\s*^(?:```|~~~~)debate/m.exec(rest)?.index === 0 ? { line, notes } : null;
    if (!waiting) {
      found.push({
        line,
        notes,
        outline: results?.groups?.['outline'] ?? null,
        problems: results?.groups?.['problems'] ?? null,
      });
    }
  }
  return found;
}

/** The outline and the problems (errors and warnings) of the last of some notes, as the page writes them. */
function readingOf(notes: readonly ExampleNote[]): { outline: string; problems: string[] } {
  const service = new LanguageService();
  const uriOf = ({ name }: ExampleNote) => `file:///notes/${name}`;
  for (const note of notes) service.setNote(uriOf(note), note.text);
  const uri = uriOf(notes.at(-1) as ExampleNote);
  const outline = service.outline(uri);
  const lines = service.note(uri)?.tree.lines;
  return {
    outline: outline ? outlineLines(outline, true).join('\n') : '',
    problems: service.linter
      .findings(uri)
      .filter(isProblem)
      .map(({ rule, message, range }) => `line ${(lines?.lineAt(range.start) ?? -1) + 1}: ${message} [${rule}]`),
  };
}

describe('docs/language.md', () => {
  const page = readFileSync('docs/language.md', 'utf8');
  const examples = examplesOf(page);

  it('has an outline for every example, at least twenty, and no outline or problems without one', () => {
    assert.ok(examples.length >= 20, `${examples.length} examples`);
    assert.deepEqual(
      examples.filter(({ outline }) => outline === null).map(({ line }) => `line ${line}`),
      [],
    );
    const count = (fence: RegExp) => page.match(fence)?.length ?? 0;
    assert.equal(count(/^```outline$/gm), examples.length);
    assert.equal(count(/^```problems$/gm), examples.filter(({ problems }) => problems !== null).length);
    assert.equal(
      count(/^(?:```|~~~~)debate\b/gm),
      examples.reduce((sum, { notes }) => sum + notes.length, 0),
    );
  });

  for (const { line, notes, outline, problems } of examples) {
    it(`is right about the example in line ${line}`, () => {
      const read = readingOf(notes);
      assert.equal(read.outline, outline?.trimEnd());
      // What an example does not mention is that its claims have no reasons: most are about something else.
      const said =
        problems === null ? read.problems.filter((problem) => !problem.endsWith('[unsupported-claim]')) : read.problems;
      assert.deepEqual(said, problems?.trimEnd().split('\n') ?? []);
    });
  }
});
