import assert from 'node:assert/strict';
import fs from 'node:fs';
import { RULES } from '../../../server/src/rules/registry';
import type { Fix } from '../../../server/src/rules/rule';
import type { LanguageService, RuleFinding } from '../../../server/src/service';
import { KEYWORDS } from '../../../server/src/syntax/tree';
import { applyFix } from '../../support/applyFix';
import { withMarks } from '../../support/marks';
import { addBibliographies, markedNotes, serviceWith, uriOf } from '../../support/notes';
import { type ExpectedFix, FIXTURES, type FixtureCase, fixtureOf } from '../../support/ruleFixtures';
import { isProblem } from '../../support/rules';

/** A case, with what is found in its notes. */
interface Opened {
  readonly rule: string;
  readonly written: FixtureCase;
  readonly service: LanguageService;
  /** What the rule finds in all notes, in their order and that of the text. */
  readonly found: readonly { readonly name: string; readonly finding: RuleFinding }[];
}

function opened(rule: string, written: FixtureCase, texts = markedNotes(written.notes).texts): Opened {
  const service = serviceWith(texts);
  addBibliographies(service, written.files);
  service.linter.setRules({ [rule]: { options: written.options } });
  const found = Object.keys(written.notes).flatMap((name) =>
    service.linter
      .findings(uriOf(name))
      .filter((finding) => finding.rule === rule)
      .map((finding) => ({ name, finding })),
  );
  return { rule, written, service, found };
}

function textOf({ service }: Opened, name: string): string {
  return service.note(uriOf(name))?.text ?? assert.fail(`there is no note ${name}`);
}

function checkRanges(one: Opened): void {
  const { written, found } = one;
  const shown = Object.keys(written.notes).map((name) => {
    const ranges = found.filter((those) => those.name === name).map(({ finding }) => finding.range);
    return [name, withMarks(textOf(one, name), ranges)];
  });
  assert.deepEqual(Object.fromEntries(shown), written.notes);
  assert.equal(found.length > 0, !written.isValid, 'an invalid case has something marked, a valid one has not');
}

function checkMessages({ written: { messages }, found }: Opened): void {
  const said = found.map(({ finding }) => finding.message);
  assert.deepEqual(messages.length === 1 ? [...new Set(said)] : said, messages);
}

function checkTags({ written: { tags }, found }: Opened): void {
  for (const { finding } of found) {
    const shown = [...(finding.unnecessary ? ['unnecessary'] : []), ...(finding.deprecated ? ['deprecated'] : [])];
    assert.deepEqual(shown, tags);
  }
}

function checkRelated(one: Opened): void {
  const shown = one.found.flatMap(({ name, finding }) =>
    finding.related.map(({ note, range, message }) => {
      const other = one.service.note(note) ?? assert.fail(`there is no note ${note}`);
      const line = other.tree.lines.lineAt(range.start) + 1;
      const file = note === uriOf(name) ? '' : `${Object.keys(one.written.notes).find((key) => uriOf(key) === note)} `;
      return `${file}${line} ⟦${other.text.slice(range.start, range.end).replaceAll('\n', '␊')}⟧ ${message}`;
    }),
  );
  assert.deepEqual(shown, one.written.related);
}

function offersOf({ found }: Opened): { name: string; fix: Fix }[] {
  return found.flatMap(({ name, finding }) => finding.fixes().map((fix) => ({ name, fix })));
}

/** Applies a fix and compares the notes, and checks them again. */
function checkFix(one: Opened, name: string, fix: Fix, expected: ExpectedFix): void {
  assert.equal(fix.preferred ?? false, expected.isPreferred, `whether “${fix.title}” is preferred`);
  const changes = new Map([
    [uriOf(name), fix],
    ...(fix.elsewhere ?? []).map(({ note, edits }) => [note, { title: fix.title, edits }] as const),
  ]);
  const after = Object.keys(one.written.notes).map((key) => {
    const change = changes.get(uriOf(key));
    return [key, change ? applyFix(textOf(one, key), change) : textOf(one, key)] as const;
  });
  const before = Object.fromEntries(Object.keys(one.written.notes).map((key) => [key, textOf(one, key)]));
  assert.deepEqual(Object.fromEntries(after), { ...before, ...expected.notes }, fix.title);
  const filled = (words: string) => new Map(after.map(([key, text]) => [uriOf(key), text.replace('‸', words)]));
  const again = opened(one.rule, one.written, filled(''));
  const hasCursor = after.some(([, text]) => text.includes('‸'));
  const left = [...newProblems(one, again), ...(again.found.length < one.found.length ? [] : [one.rule])];
  assert.deepEqual(left.sort(), expected.leaves ?? (hasCursor ? ['empty-statement'] : []), `left by “${fix.title}”`);
  if (!hasCursor) return;
  const written = opened(one.rule, one.written, filled('words'));
  assert.ok(!newProblems(one, written).includes('empty-statement'), 'once it is filled in, that is gone');
}

/** The errors and warnings of other rules that there are more of. */
function newProblems(before: Opened, after: Opened): string[] {
  const known = problemsOf(before);
  return problemsOf(after).filter((rule) => {
    const at = known.indexOf(rule);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  });
}

function problemsOf({ rule, written, service }: Opened): string[] {
  const all = Object.keys(written.notes).flatMap((name) => service.linter.findings(uriOf(name)));
  return all.filter((finding) => isProblem(finding) && finding.rule !== rule).map((finding) => finding.rule);
}

function checkCase(rule: string, written: FixtureCase): void {
  const one = opened(rule, written);
  checkRanges(one);
  if (written.messages.length > 0) {
    checkMessages(one);
    checkTags(one);
    checkRelated(one);
  }
  const offers = offersOf(one);
  const titles = offers.map(({ fix }) => fix.title);
  if (written.areAllFixes)
    assert.deepEqual(
      titles,
      written.fixes.map(({ title }) => title),
    );
  for (const expected of written.fixes) {
    // Of several findings with the same fix, the next one is meant.
    const at = offers.findIndex(({ fix }) => fix.title === expected.title);
    const [offer] = at < 0 ? [] : offers.splice(at, 1);
    assert.ok(offer, `“${expected.title}” among ${titles.join(', ')}`);
    checkFix(one, offer.name, offer.fix, expected);
  }
}

/** A title without what differs from note to note. */
function shapeOf(title: string): string {
  return title
    .replace(/'[^':]*'|https?:\/\/\S+|\d+/g, '…')
    .replace(new RegExp(`\\bthe (?:${KEYWORDS.join('|')})\\b|\\bas \\S+$`, 'g'), 'the …');
}

describe('the fixture of', () => {
  for (const { meta } of RULES) {
    describe(meta.id, () => {
      const cases = fixtureOf(meta.id);
      for (const written of cases) {
        const { isValid, title, line } = written;
        it(`${isValid ? 'leaves alone' : 'finds'}: ${title} (line ${line})`, () => checkCase(meta.id, written));
      }

      it('has cases of both kinds, and says what is said', () => {
        assert.ok(cases.some(({ isValid }) => isValid));
        assert.ok(cases.some(({ isValid, messages }) => !isValid && messages.length > 0));
      });

      it('says it in plain text, as editors show it', () => {
        const written = cases.flatMap(({ messages, fixes }) => [...messages, ...fixes.map(({ title }) => title)]);
        assert.deepEqual(
          written.filter((text) => text.includes('`')),
          [],
        );
      });

      it('has every fix that is offered applied', () => {
        const shapes = new Set(cases.flatMap(({ fixes }) => fixes.map(({ title }) => shapeOf(title))));
        for (const written of cases) {
          for (const { fix } of offersOf(opened(meta.id, written))) {
            assert.ok(shapes.has(shapeOf(fix.title)), `“${fix.title}”, which is offered in line ${written.line}`);
          }
        }
      });
    });
  }

  it('no rule that there is none of', () => {
    const rules = RULES.map(({ meta }) => `${meta.id}.fixture`);
    assert.deepEqual(fs.readdirSync(FIXTURES).sort(), rules.sort());
  });
});
