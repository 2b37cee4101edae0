import assert from 'node:assert/strict';
import { Note } from '../../../server/src/workspace/note';
import { noteText } from '../../support/arbitraries';
import { holds } from '../../support/property';
import { shown } from '../citations/shown';

function noteOf(text: string): Note {
  return new Note('file:///notes/note.debate', text);
}

/**
 * Expects the citations of a note: what is cited, ` in ` and the words of the statement it stands in, and ` quoted`
 * where somebody else cites it.
 */
function check(source: string, ...expected: string[]) {
  const { citations, argument } = noteOf(source);
  const found = citations.map(({ citation, statement, quoted }) => {
    const place = statement === null ? '' : ` in ${argument.points[statement]?.text.split(' ')[0]}`;
    return shown(citation) + place + (quoted ? ' quoted' : '');
  });
  assert.deepEqual(found, expected);
}

/** Expects exactly the marked statements, `!` at the end of their text, to name a source. */
function checkSourced(source: string) {
  const note = noteOf(source);
  for (const { index, text } of note.argument.points) {
    assert.equal(note.isSourced(index), text.endsWith('!'), text);
  }
}

describe('the citations of a note', () => {
  it('stand in prose, headings, rulings and statements', () =>
    check(
      '# On arXiv:1805.00899\nSee arXiv:2402.06782.\nclaim: A arXiv:2107.03374\n  and arXiv:2212.09251\n\nB',
      'arxiv 1805.00899',
      'arxiv 2402.06782',
      'arxiv 2107.03374 in A',
      'arxiv 2212.09251 in A',
    ));
  it('are not in front matter, code and comments', () =>
    check(
      '---\nsource: arXiv:1805.00899\n---\n```\narXiv:1805.00899\n```\n`arXiv:1805.00899` <!-- arXiv:1805.00899\narXiv:1805.00899 -->\nclaim: `arXiv:1805.00899`\n  ~~~\n  arXiv:1805.00899\n  ~~~',
    ));
  it('stand behind a comment in its line', () => check('<!-- A\n--> arXiv:1805.00899', 'arxiv 1805.00899'));
  it('are quoted in a quotation, of the statement it belongs to or introduces', () =>
    check(
      '> arXiv:1805.00899\n\nclaim: A\n> arXiv:2402.06782\n\n> arXiv:2107.03374\nB',
      'arxiv 1805.00899 in A quoted',
      'arxiv 2402.06782 in A quoted',
      'arxiv 2107.03374 quoted',
    ));
  it('may be keys in brackets that go on in the next line', () => {
    check('See [e.g. @a, p. 3;\n-@b; @{c}] and\n[@d].', 'citekey a', 'citekey b', 'citekey c', 'citekey d');
    check('claim: A [@a;\n  see @b\n  @c] ann@d', 'citekey a in A', 'citekey b in A', 'citekey c in A');
    check('> [@a;\n> @b]', 'citekey a quoted', 'citekey b quoted');
    check('A [@a;\n`@b` @c] [link\n@d](x) @e\n\n[@f;\n\n@g]', 'citekey a', 'citekey c');
  });
  it('are not in headers', () => check('claim (arXiv:1805.00899): A'));
  it('need a prefix outside cite lines', () => check('claim: A 2402.06782'));
});

describe('a cite line', () => {
  it('names references between semicolons with a space behind', () =>
    check(
      'cite: arXiv:2402.06782; 10.1145/3287560.3287596; 2107.03374v2',
      'arxiv 2402.06782 in arXiv:2402.06782;',
      'doi 10.1145/3287560.3287596 in arXiv:2402.06782;',
      'arxiv 2107.03374 v2 in arXiv:2402.06782;',
    ));
  it('names an id without a prefix, if that is all the reference', () => {
    check('cite: 2107.03374', 'arxiv 2107.03374 in 2107.03374');
    check('cite: A 2107.03374');
    check('cite: [[2107.03374|Chen 2021]]', 'arxiv 2107.03374 in [[2107.03374|Chen');
    check('cite: hep-th/9901001 — B', 'arxiv hep-th/9901001 in hep-th/9901001');
    check('cite:\n  2107.03374\n  2212.09251', 'arxiv 2107.03374 in 2107.03374', 'arxiv 2212.09251 in 2107.03374');
    check('cite: `2107.03374`');
    check('cite: <!-- 2107.03374 -->');
  });
  it('may say what the references show, and may cite there, too', () =>
    check('cite: A — says arXiv:2107.03374, not 2212.09251', 'arxiv 2107.03374 in A'));
  it('is not split inside brackets', () =>
    check(
      'cite: [a; b](https://example.org/c;%20d); 2107.03374',
      'url https://example.org/c;%20d in [a;',
      'arxiv 2107.03374 in [a;',
    ));
});

describe('a citation key', () => {
  it('stands in brackets, or bare in a cite line', () => {
    check('claim: A [@perez2022, p. 4; @chen2021] @ann', 'citekey perez2022 in A', 'citekey chen2021 in A');
    check(
      'cite: @perez2022; see @chen2021, p. 3',
      'citekey perez2022 in @perez2022;',
      'citekey chen2021 in @perez2022;',
    );
    check('[@perez2022] and @ann', 'citekey perez2022');
  });
  it('is a name behind the dash of a cite line', () =>
    check(
      'cite: @perez2022 — as @ann says [@chen2021]',
      'citekey perez2022 in @perez2022',
      'citekey chen2021 in @perez2022',
    ));
  it('is nobody who takes part', () => {
    const head = '---\nparticipants: [Ann, "@Bob"]\n---\n';
    check(`${head}claim: A [@ann; @perez2022] [see @bob]`, 'citekey perez2022 in A');
    check(`${head}cite: @ann`);
    check(`${head}claim: A [@anna]`, 'citekey anna in A');
  });
  it('makes a statement a sourced one, unless it is somebody who takes part', () => {
    checkSourced('claim: A [@perez2022]!');
    checkSourced('cite: @perez2022 !');
    checkSourced('---\nparticipants: [ann]\n---\nclaim: A [@ann]\n\nclaim: B [@ann; @perez2022]!');
    checkSourced('---\nparticipants: [ann]\n---\nclaim: A [@ann] arXiv:2107.03374!');
  });
});

describe('a statement names a source', () => {
  it('with a paper in its text', () => {
    checkSourced('claim: arXiv:2107.03374!');
    checkSourced('claim: See https://arxiv.org/abs/2107.03374 or\n  10.1145/3287560.3287596 !');
    checkSourced('support: A doi:10.1145/3287560.3287596 !');
  });
  it('with any reference of a cite line, be it a page or the title of a book', () => {
    checkSourced('cite: https://example.org/talk !');
    checkSourced('cite: The minutes of the debating society!');
    checkSourced('cite:\n  Minutes!');
    checkSourced('cite: arXiv:2513.00001; Minutes!');
    checkSourced('cite: 2513.00001!');
  });
  it('not with a web link in its text', () => checkSourced('claim: https://example.org/talk'));
  it('not with a citation in a quotation, inside or above', () => {
    checkSourced('claim: A\n> arXiv:2107.03374');
    checkSourced('> arXiv:2107.03374\n\nclaim: A');
    checkSourced('cite:\n> arXiv:2107.03374');
  });
  it('not with a reference that cannot exist', () => {
    checkSourced('claim: arXiv:2513.00001');
    checkSourced('cite: arXiv:2513.00001');
    checkSourced('cite: arXiv:2513.00001 — as they say');
  });
  it('not with nothing, a comment, or a dash alone', () => {
    checkSourced('cite:');
    checkSourced('cite: <!-- which one? -->');
    checkSourced('cite: — which one?');
    checkSourced('cite: ; ');
  });
  it('not with a citation in code or beside it', () => {
    checkSourced('claim: `arXiv:2107.03374`');
    checkSourced('arXiv:2107.03374\nclaim: A\n\narXiv:2107.03374');
  });
});

describe('the citations of a note, whatever its text', () => {
  it('are ordered, disjoint, outside opaque places and inside their statement', () =>
    holds(noteText, (text) => {
      const { citations, argument, tree } = noteOf(text);
      let last = 0;
      for (const { citation, statement } of citations) {
        const { start, end } = citation.range;
        assert.ok(last <= start && start < end && end <= text.length);
        assert.ok(!tree.opaque.some((opaque) => opaque.start < end && start < opaque.end));
        last = end;
        if (statement === null) continue;
        const point = argument.points[statement];
        const places = point ? [point.statement, ...point.introducedBy] : [];
        assert.ok(places.some((place) => place.start <= start && end <= place.end));
      }
    }));
});
