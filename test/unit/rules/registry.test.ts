import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { validate } from '@cfworker/json-schema';
import { effectiveRules } from '../../../server/src/config/ruleSettings';
import { RULES } from '../../../server/src/rules/registry';
import { RULE_TAGS, type RuleContext, SEVERITIES } from '../../../server/src/rules/rule';
import { Note } from '../../../server/src/workspace/note';
import { markedNotes } from '../../support/notes';
import { fixtureOf } from '../../support/ruleFixtures';

/** One sentence, which may name another in code. */
const SENTENCE = /^[A-Z][^.]*(?:`[^`]*`[^.]*)*\.$/;

describe('the registry of rules', () => {
  it('holds every rule, each in a file of its name', () => {
    const files = readdirSync(path.join('server', 'src', 'rules')).map((file) => path.basename(file, '.ts'));
    const rules = files.filter((file) => file !== 'rule' && file !== 'registry');
    assert.deepEqual(RULES.map(({ meta }) => meta.id).sort(), rules.sort());
  });

  for (const { meta, check } of RULES) {
    describe(meta.id, () => {
      it('looks at nothing but the note, or says so', () => {
        assert.equal(asksForNotes(meta.id, check), meta.looksElsewhere === true);
      });

      it('says in a sentence what it fires on, and what it is about', () => {
        assert.match(meta.description, SENTENCE);
        assert.ok(SEVERITIES.includes(meta.severity));
        assert.ok(meta.tags.length > 0);
        for (const tag of meta.tags) assert.ok(RULE_TAGS.includes(tag), tag);
      });

      it('has options with names of their own, sentences, and defaults that they take', () => {
        for (const [name, option] of Object.entries(meta.options ?? {})) {
          assert.match(name, /^(?!severity$)[a-z][a-zA-Z]*$/);
          assert.match(option.description, /^[A-Z].*\.$/);
          assert.ok(validate(option.default, option, '2020-12').valid, `${name} takes its default`);
        }
      });
    });
  }
});

/** Whether a rule asks for more than the note in any case of its fixture. */
function asksForNotes(id: string, check: (context: RuleContext) => unknown): boolean {
  let isAsked = false;
  const texts = fixtureOf(id).flatMap(({ notes }) => [...markedNotes(notes).texts]);
  for (const [uri, text] of texts) {
    const context: Omit<RuleContext, 'notes'> = {
      note: new Note(uri, text),
      options: effectiveRules([]).get(id)?.options ?? {},
      ruleIds: [],
      isOff: () => false,
      looksElsewhere: () => false,
      unusedDirectives: [],
    };
    const watched = Object.defineProperty(context, 'notes', {
      get: () => {
        isAsked = true;
        throw NOT_HERE;
      },
    }) as RuleContext;
    try {
      check(watched);
    } catch (error) {
      if (error !== NOT_HERE) throw error;
    }
  }
  return isAsked;
}

const NOT_HERE = new Error('no other note is known');
