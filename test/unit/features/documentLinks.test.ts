import assert from 'node:assert/strict';
import { documentLinks } from '../../../server/src/features/documentLinks';
import { Note } from '../../../server/src/workspace/note';
import { Notes } from '../../../server/src/workspace/notes';
import { marked } from '../../support/marks';

/** `⟦…⟧` stands around every link; `expected` says where each leads and what its tooltip is. */
function check(source: string, ...expected: [target: string, tooltip: string][]) {
  const { text, ranges } = marked(source);
  const note = new Note('file:///note', text);
  assert.deepEqual(
    documentLinks(new Notes(), note),
    ranges.map((range, i) => ({
      range: note.tree.lines.positions(range),
      target: expected[i]?.[0],
      tooltip: expected[i]?.[1],
    })),
  );
  assert.equal(ranges.length, expected.length);
}

describe('document links', () => {
  it('lead to the landing page of every citation', () => {
    check('');
    check(
      'See ⟦https://arxiv.org/pdf/2212.09251.pdf⟧.\nclaim: x [y](⟦https://example.org/⟧)\n> ⟦doi:10.1000/182⟧',
      ['https://arxiv.org/abs/2212.09251', 'Open arXiv 2212.09251'],
      ['https://example.org/', 'Open example.org'],
      ['https://doi.org/10.1000/182', 'Open DOI 10.1000/182'],
    );
  });

  it('have UTF-16 positions', () => {
    check('🙂 ⟦arXiv:2107.03374v2⟧', ['https://arxiv.org/abs/2107.03374v2', 'Open arXiv 2107.03374 v2']);
  });

  it('are none for what is refused, and none in code, comments and front matter', () => {
    check('arXiv:2113.03374 https://arxiv.org.evil.com/abs/2107.03374');
    check('---\nsource: https://example.org/\n---\n`https://example.org/` <!-- https://example.org/ -->');
  });
});
