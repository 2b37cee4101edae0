import assert from 'node:assert/strict';
import { marked } from '../../support/marks';
import { serviceWith, uriOf } from '../../support/notes';

const URI = uriOf('note');

/** The fingerprints of the findings of a rule. */
function fingerprints(text: string, rule = 'unsupported-claim'): string[] {
  const service = serviceWith([[URI, text]]);
  return service.linter
    .findings(URI)
    .filter((finding) => finding.rule === rule)
    .map((finding) => service.linter.fingerprint(URI, finding));
}

function checkSame(...texts: string[]) {
  const [first = [], ...others] = texts.map((text) => fingerprints(text));
  assert.ok(first.length > 0);
  for (const other of others) assert.deepEqual(other, first);
}

describe('the content fingerprint of a finding', () => {
  it('does not depend on where the passage stands', () =>
    checkSame(
      'claim: Debate finds lies.',
      'prose\n\nclaim: Debate finds lies.',
      '# Heading\n\n\nclaim: Debate finds lies.',
    ));
  it('does not depend on how it is wrapped and indented', () =>
    checkSame(
      'claim: Debate finds lies.',
      '    claim: Debate\n      finds\n      lies.',
      'claim: Debate  finds\tlies.\r\n',
    ));
  it('is another for other words', () =>
    assert.equal(new Set(fingerprints('claim: Debate finds lies.\nclaim: Debate finds liars.\n')).size, 2));
  it('is another for another rule', () =>
    assert.notDeepEqual(fingerprints('claim -> #a: x'), fingerprints('claim -> #a: x', 'unresolved-reference')));
  it('looks at the passage alone where that says enough', () => {
    const passage = 'she sells sea shells by the sea shore today';
    const found = ['', 'And another sentence.'].map((more) =>
      fingerprints(`${passage}\n\n${passage} ${more}`, 'duplicate-passage'),
    );
    assert.deepEqual(found[0], found[1]);
  });
  it('stays what it is, because baselines are kept', () =>
    assert.deepEqual(fingerprints('claim: Debate finds lies.'), ['28c65944876cc641']));
  it('costs the passage, not the paragraph: a page without a break may have thousands', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => `arXiv:2113.${10_000 + i}`);
    assert.equal(new Set(fingerprints(ids.join(' '), 'malformed-citation')).size, ids.length);
  });
  it('is sixteen hexadecimal digits', () => {
    for (const one of fingerprints(marked('claim: 𝔞\nclaim: é').text)) assert.match(one, /^[0-9a-f]{16}$/);
  });
});
