import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LanguageService } from '../../../server/src/service';
import { edit, edited, noteText } from '../../support/arbitraries';
import { holds } from '../../support/property';

const A = 'file:///notes/a.debate';
const B = 'file:///notes/b.debate';

/** What the rules say of a note, as far as anybody sees it. */
function said(service: LanguageService, uri: string) {
  return service.linter.findings(uri).map(({ rule, range, message, related, severity, fixes }) => ({
    rule,
    range,
    message,
    severity,
    related,
    fixes: fixes(),
  }));
}

/** Expects a service that has seen all states of a note to say of the last what one says that knows nothing else. */
function checkStates(states: readonly (readonly [uri: string, text: string])[]): void {
  // With links, what a rule says follows from the words of a statement.
  const rules = { 'unsupported-claim': { options: { links: true } } };
  const service = new LanguageService();
  service.linter.setRules(rules);
  const texts = new Map<string, string>();
  states.forEach(([uri, text], version) => {
    service.setNote(uri, text, version);
    texts.set(uri, text);
    const fresh = new LanguageService();
    fresh.linter.setRules(rules);
    for (const [each, its] of texts) fresh.setNote(each, its, 0);
    for (const each of texts.keys()) assert.deepEqual(said(service, each), said(fresh, each), JSON.stringify(states));
  });
}

/** Of one note: each text is checked after the one before. */
function checkEdits(...texts: string[]): void {
  checkStates(texts.map((text) => [A, text]));
}

describe('findings after an edit', () => {
  it('are those of a note that is read afresh, after any edits', () => {
    holds(fc.tuple(noteText, fc.array(edit, { minLength: 1, maxLength: 5 })), ([text, edits]) => {
      const states = [text];
      for (const each of edits) states.push(edited(states.at(-1) as string, each));
      checkEdits(...states);
    });
  });

  it('are, after edits of other notes, too', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(A, B), edit), { minLength: 1, maxLength: 5 });
    holds(fc.tuple(noteText, noteText, changes), ([one, other, edits]) => {
      const texts = new Map([
        [A, one],
        [B, other],
      ]);
      const states: (readonly [string, string])[] = [...texts];
      for (const [uri, change] of edits) {
        const text = edited(texts.get(uri) as string, change);
        texts.set(uri, text);
        states.push([uri, text]);
      }
      checkStates(states);
    });
  });

  it('follow words that are put into a reply, and taken out', () =>
    checkEdits('claim: x\n  support: \n', 'claim: x\n  support: y\n', 'claim: x\n  support: \n'));
  it('follow words of a statement itself', () =>
    checkEdits('question: x\nclaim: y', 'question: \nclaim: y', 'question: x\nclaim: '));
  it('follow a source that comes and goes', () =>
    checkEdits('claim: x', 'claim: x arXiv:2107.03374', 'claim: x arXiv:2107.0337'));
  it('follow a link in the words of a claim', () =>
    checkEdits('claim: x\nclaim: y', 'claim: x\nclaim: y https://a.example', 'claim: x https://a.example\nclaim: y'));
  it('follow a quotation that leads up to a statement', () =>
    checkEdits('> q\n\nclaim:\n', '> \n\nclaim:\n', 'q\n\nclaim:\n', '> q arXiv:2107.03374\nclaim:\n'));
  it('follow lines that are put in above', () =>
    checkEdits('claim: x\nrebuttal: y', '\n\nclaim: x\nrebuttal: y', '# h\nclaim: x\nrebuttal: y'));
  it('follow who takes part', () =>
    checkEdits('---\nparticipants: [ann]\n---\nclaim: x [@ann]', '---\nparticipants: [bob]\n---\nclaim: x [@ann]'));
  it('follow the labels', () =>
    checkEdits('claim #a: x\n  support #s: y\nrebuttal -> #s: z', 'claim #a: x\n  support #s: y\nrebuttal -> #s: '));
});
