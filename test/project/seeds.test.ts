import assert from 'node:assert/strict';
import fs from 'node:fs';
import { LanguageService } from '../../server/src/service';
import { hasNoteEnding } from '../../server/src/workspace/noteUri';

describe('the sample notes', () => {
  const service = new LanguageService();
  const names = fs.readdirSync('seeds').filter(hasNoteEnding);
  for (const name of names) service.setNote(uriOf(name), fs.readFileSync(`seeds/${name}`, 'utf8'));

  it('are at least three', () => assert.ok(names.length >= 3));

  it('show what a debate can be helped with, and have no errors', () => {
    const rules = names.flatMap((name) => service.linter.findings(uriOf(name)).map(({ rule }) => rule));
    assert.deepEqual([...new Set(rules)].sort(), [
      'duplicate-passage',
      'noncanonical-citation',
      'open-question',
      'own-side',
      'unanswered-rebuttal',
      'unsupported-claim',
    ]);
  });

  it('repeat passages of their own, never one another', () => {
    for (const name of names) {
      const related = service.linter.findings(uriOf(name)).flatMap((finding) => finding.related);
      assert.deepEqual(
        related.filter(({ note }) => note !== uriOf(name)),
        [],
      );
    }
  });

  it('tell one debate with every keyword, both forms of a link, and its second half repeated', () => {
    const uri = uriOf('pretraining-from-human-feedback.debate');
    const note = service.note(uri);
    assert.ok(note);
    const keywords = new Set(note.argument.points.map(({ statement }) => statement.keyword));
    assert.equal(keywords.size, 8);
    assert.ok(note.text.includes('https://arxiv.org/abs/2107.03374'));
    assert.ok(note.text.includes('https://arxiv.org/pdf/2212.09251.pdf'));
    assert.ok(service.linter.findings(uri).filter(({ rule }) => rule === 'duplicate-passage').length >= 4);
  });

  it('have the papers that they cite in a bibliography beside them', () => {
    const bibliography = fs.readFileSync('seeds/references.bib', 'utf8');
    const cited = names.flatMap((name) => service.note(uriOf(name))?.citations ?? []);
    const ids = cited.flatMap(({ citation }) =>
      'reference' in citation && /^(?:arxiv|doi)$/.test(citation.reference.kind) ? [citation.reference.id] : [],
    );
    assert.ok(ids.length > 8);
    for (const id of ids) assert.ok(bibliography.includes(`{${id}}`), id);
  });

  it('hold a thread that nobody has marked yet', () => {
    const outline = service.outline(uriOf('raw-thread.debate'));
    assert.deepEqual(outline?.statements, []);
    assert.ok((outline?.citations.length ?? 0) > 0);
  });
});

function uriOf(name: string): string {
  return `file:///seeds/${name}`;
}
