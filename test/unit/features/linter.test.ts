import assert from 'node:assert/strict';
import { LanguageService } from '../../../server/src/service';
import { holds } from '../../support/property';
import { TIED_NOTES, type TiedStep, textAfter, tiedSteps } from '../../support/tiedNotes';

/** What the rules say of a note, as far as anybody sees it. */
function said(service: LanguageService, uri: string) {
  return {
    diagnostics: service.linter.diagnostics(uri),
    fixes: service.linter.findings(uri).map(({ fixes }) => fixes()),
  };
}

function uriOf(name: string): string {
  return `file:///notes/${name}.debate`;
}

/**
 * Expects an edit to leave the findings of some notes alone.
 * @param notes by name
 * @param edits texts of notes after the edit
 * @param other names of the notes that are looked at again; no others are
 */
function check(notes: Readonly<Record<string, string>>, edits: Readonly<Record<string, string>>, ...other: string[]) {
  const service = new LanguageService();
  for (const [name, text] of Object.entries(notes)) service.setNote(uriOf(name), text);
  const before = Object.keys(notes).map((name) => [name, service.linter.findings(uriOf(name))] as const);
  for (const [name, text] of Object.entries(edits)) service.setNote(uriOf(name), text);
  const again = before.filter(([name, findings]) => service.linter.findings(uriOf(name)) !== findings);
  assert.deepEqual(
    again.map(([name]) => name),
    other,
  );
}

/** Expects a service to say of some notes what one says that knows nothing but the texts. */
function checkSaid(service: LanguageService, texts: ReadonlyMap<string, string>, uris: readonly string[]): void {
  const fresh = new LanguageService();
  for (const [uri, now] of texts) fresh.setNote(uri, now);
  for (const uri of uris) assert.deepEqual(said(service, uri), said(fresh, uri), uri);
}

/** Changes a note. Half of them are open; the others may rest. */
function apply(service: LanguageService, texts: Map<string, string>, step: TiedStep, number: number): void {
  const { uri } = step;
  const text = textAfter(texts.get(uri), step);
  if (text === null) {
    texts.delete(uri);
    service.deleteNote(uri);
  } else {
    texts.set(uri, text);
    service.setNote(uri, text, TIED_NOTES.indexOf(uri) % 2 === 0 ? number : null);
  }
}

const WORDS = 'It is easier to check one step than to plan a hundred of them at once.';

describe('findings after a change of some note', () => {
  it('are those of a service that knows no other texts, whatever has changed and whoever was asked', () =>
    holds(
      tiedSteps,
      (steps) => {
        const service = new LanguageService();
        const texts = new Map<string, string>();
        for (const [number, step] of steps.entries()) {
          apply(service, texts, step, number);
          checkSaid(service, texts, number === steps.length - 1 ? TIED_NOTES : step.asked);
          for (const uri of step.isAdded ? step.asked : []) service.rest(uri);
        }
      },
      1 / 4,
    ));

  it('are not looked for again in notes that have nothing to do with it', () =>
    check({ a: 'claim: A', b: 'claim: B', c: WORDS }, { a: 'claim: A and more' }, 'a'));
  it('are looked for in notes that refer to it, and that it refers to', () =>
    check({ a: 'claim #x: A', b: 'rebuttal -> a#x: B', c: 'claim: C' }, { a: 'claim #x: A and more' }, 'a', 'b'));
  it('are looked for in notes whose labels follow from it, however far', () =>
    check(
      { a: 'claim #x: A', b: 'rebuttal #y -> a#x: B', c: 'claim #z: C', d: 'claim: D' },
      { c: 'claim #z: C\nrebuttal -> b#y: C' },
      'a',
      'b',
      'c',
    ));
  it('are looked for in notes that name one that comes', () =>
    check({ a: 'support -> new#x: A', b: 'claim: B' }, { new: 'claim #x: N' }, 'a'));
  it('are looked for in notes that name it in their words', () => {
    check({ a: 'claim: See [[new#x]].', b: 'claim: B' }, { new: 'claim #x: N' }, 'a');
    check({ a: 'claim: See [[b#x]].', b: 'claim: B', c: 'claim: C' }, { b: 'claim #x: B' }, 'a', 'b');
  });
  it('are looked for in notes that have words of it', () =>
    check({ a: WORDS, b: `claim: B\n\n${WORDS}`, c: 'claim: C' }, { a: `More.\n\n${WORDS}` }, 'a', 'b'));
  it('are looked for in notes that have words that it now has', () =>
    check({ a: 'Prose.', b: `claim: B\n\n${WORDS}`, c: 'claim: C' }, { a: WORDS }, 'a', 'b'));
  it('are looked for in notes that quote words of it', () =>
    check({ a: 'Prose.', b: `> ${WORDS}`, c: 'claim: C' }, { a: WORDS }, 'a', 'b'));
});
