import assert from 'node:assert/strict';
import fc from 'fast-check';
import { COMPLETION_TRIGGERS, LanguageService } from '../../../../server/src/service';
import { noteText } from '../../../support/arbitraries';
import { completions, labels, taken } from '../../../support/completed';
import { holds } from '../../../support/property';

const MODERN = { snippets: true, insertReplace: true, labelDetails: true, suggest: null, today: '2026-11-25' };

describe('completion of keywords', () => {
  const first = (text: string, count = 3) => labels({ a: text }).slice(0, count);

  it('is offered where a header can begin', () => {
    assert.deepEqual(labels({ a: '‸' }).sort(), [
      'answer',
      'cite',
      'claim',
      'concession',
      'question',
      'rebuttal',
      'support',
      'undercut',
    ]);
    for (const text of ['cl‸', '  reb‸uttal', '- s‸', 'prose\n‸', 'claim: A\n    ‸more', '* ‸'])
      assert.equal(labels({ a: text }).length, 8, text);
  });

  it('is offered nowhere else', () => {
    for (const text of ['prose ‸', '> ‸', '`‸`', 'claim: ‸', '# ‸', '```\n‸\n```', '1. ‸', '-‸', 'a1‸'])
      assert.deepEqual(labels({ a: text }), [], text);
  });

  it('begins with what makes sense at the column', () => {
    assert.deepEqual(first('‸', 2), ['claim', 'question']);
    assert.deepEqual(first('claim: A\n  ‸'), ['support', 'rebuttal', 'cite']);
    assert.deepEqual(first('claim: A\n‸', 6), ['support', 'rebuttal', 'cite', 'question', 'concession', 'claim']);
    assert.deepEqual(first('question: A\n  ‸', 2), ['answer', 'claim']);
    assert.deepEqual(first('claim: A\n  rebuttal: B\n    ‸', 2), ['rebuttal', 'undercut']);
    assert.deepEqual(first('claim: A\n  rebuttal: B\n  ‸'), ['support', 'rebuttal', 'cite']);
    assert.deepEqual(first('claim: A\n  cite: B\n    ‸', 2), ['undercut', 'question']);
    assert.deepEqual(first('claim: A\n# Part\n‸', 2), ['claim', 'question']);
    // What stands below has no say, nor has the word that is being typed.
    assert.deepEqual(first('‸\nclaim: A', 2), ['claim', 'question']);
    assert.deepEqual(first('question: A\n  ans‸wer: B', 1), ['answer']);
  });

  it('writes the colon, unless the header goes on', () => {
    assert.equal(taken({ a: 'cl‸' }, 'claim'), 'claim: ');
    assert.equal(taken({ a: '  reb‸ut' }, 'rebuttal'), '  rebuttal: ');
    assert.equal(taken({ a: '- cl‸ #x (Ada): words' }, 'claim'), '- claim #x (Ada): words');
    assert.equal(taken({ a: 'cl‸ words' }, 'claim'), 'claim:  words');
  });

  it('asks for the speaker where the note has speakers, as snippets', () => {
    const snippet = (text: string, keyword: string) =>
      taken({ a: text }, keyword, { snippets: true }).split('\n').at(-1);
    assert.equal(snippet('‸', 'claim'), 'claim: $0');
    assert.equal(snippet('‸', 'concession'), `concession (\${1:Speaker}): $0`);
    assert.equal(snippet('claim (Ada): A\n‸', 'rebuttal'), `rebuttal (\${1:Ada}): $0`);
    assert.equal(snippet('claim (Ada): A\nclaim (B, $C}): B\n‸', 'rebuttal'), `rebuttal (\${1|B\\, \\$C\\},Ada|}): $0`);
    assert.equal(snippet('claim (Ada): A\n‸', 'support'), 'support: $0');
    assert.equal(snippet('### (Ada)\nclaim: A\n‸', 'claim'), 'claim: $0');
  });
});

describe('completion of speakers', () => {
  it('is offered in headers and headings, who spoke last first', () => {
    const notes = (line: string) => ({
      a: `claim (Ada): A\nclaim (Ben): B\n${line}\nclaim (Cy): C`,
      b: 'claim (Dee): D\nclaim (ada): E',
    });
    for (const line of ['rebuttal (‸', 'rebuttal (B‸)', 'rebuttal #x (‸) -> #y: text', '### (‸', 'claim (@‸): x'])
      assert.deepEqual(labels(notes(line)), ['Ben', 'Ada', 'Cy', 'Dee'], line);
    for (const line of ['prose (‸', 'claim: text (‸', '> claim (‸', 'claim(‸', '# Title (‸'])
      assert.deepEqual(labels(notes(line)), [], line);
  });

  it('takes the place of the name that stands there', () => {
    assert.equal(taken({ a: 'claim (Ada): A\nrebuttal (B‸en K.): B' }, 'Ada'), 'claim (Ada): A\nrebuttal (Ada): B');
  });

  it('is offered behind @ in a text, of those who take part', () => {
    const notes = (text: string) => ({ a: `---\nparticipants: [Ada Lovelace, Ben]\n---\n${text}` });
    assert.deepEqual(labels(notes('says @‸')), ['Ada Lovelace', 'Ben']);
    assert.deepEqual(labels(notes('claim: says @B‸')), ['Ada Lovelace', 'Ben']);
    assert.equal(taken(notes('@‸be said'), 'Ben'), '---\nparticipants: [Ada Lovelace, Ben]\n---\n@Ben said');
    for (const text of ['ben@‸', '`@‸`', '> @‸']) assert.deepEqual(labels(notes(text)), [], text);
    assert.deepEqual(labels({ a: 'claim (Ada): @‸' }), []);
  });
});

describe('completion of directives', () => {
  const WORDS = [
    'debate-disable-next-line',
    'debate-disable-line',
    'debate-disable-file',
    'debate-disable',
    'debate-enable',
  ];

  it('is offered in comments', () => {
    for (const text of ['<!-- ‸ -->', '<!-- deb‸ -->', '<!--‸', 'claim: A <!-- ‸'])
      assert.deepEqual(labels({ a: text }), WORDS, text);
    for (const text of ['<!-- an aside ‸ -->', '<!-- --> ‸', '<!-- debate-disable x -- because ‸ -->'])
      assert.deepEqual(labels({ a: text }), [], text);
  });

  it('closes the comment where it is open', () => {
    assert.equal(taken({ a: '<!-- deb‸ -->' }, 'debate-enable'), '<!-- debate-enable -->');
    assert.equal(taken({ a: '<!-- ‸' }, 'debate-enable'), '<!-- debate-enable -->');
    assert.equal(taken({ a: '<!-- ‸-->' }, 'debate-enable'), '<!-- debate-enable-->');
  });

  it('goes on with the rules that are not named yet', () => {
    const all = labels({ a: '<!-- debate-disable ‸ -->' });
    assert.ok(all.length > 15 && all.includes('unsupported-claim'));
    assert.deepEqual(
      labels({ a: '<!-- debate-disable-line own-side, uns‸ -->' }),
      all.filter((rule) => rule !== 'own-side'),
    );
    assert.equal(
      taken({ a: '<!-- debate-disable-line own-side, uns‸upp -->' }, 'unsupported-claim'),
      '<!-- debate-disable-line own-side, unsupported-claim -->',
    );
    const [item] = completions({ a: '<!-- debate-disable ‸ -->' });
    assert.match(JSON.stringify(item?.documentation), /\."}$/);
  });
});

describe('completion of front matter', () => {
  it('offers the keys that are not there yet', () => {
    const all = ['title', 'source', 'date', 'participants', 'bibliography'];
    assert.deepEqual(labels({ a: '---\n‸\n---\n' }), all);
    assert.deepEqual(labels({ a: '---\ntitle: x\nda‸\n---\n' }), ['source', 'date', 'participants', 'bibliography']);
    // While it is being typed, it has no end.
    assert.deepEqual(labels({ a: '---\ntitle: x\n‸' }), ['source', 'date', 'participants', 'bibliography']);
    assert.deepEqual(labels({ a: '---\nclaim: x\n---\n\n‸' }).length, 8);
    assert.equal(taken({ a: '---\nti‸\n---\n' }, 'title'), '---\ntitle: \n---\n');
    assert.equal(taken({ a: '---\nti‸tel: x\n---\n' }, 'title'), '---\ntitle: x\n---\n');
  });

  it('offers the values that are likely', () => {
    assert.deepEqual(labels({ a: '---\ndate: ‸\n---\n' }), ['2026-11-25']);
    assert.deepEqual(labels({ a: '---\ntitle: ‸\n---\n# A: B\n' }), ['A: B']);
    assert.equal(taken({ a: '---\ntitle: ‸\n---\n# A: B\n' }, 'A: B'), '---\ntitle: "A: B"\n---\n# A: B\n');
    const spoken = '---\nclaim (Ada): A\nclaim (Ben): B';
    assert.deepEqual(labels({ a: `---\nparticipants: [Ada, ‸]\n${spoken}` }), ['Ben']);
    assert.deepEqual(labels({ a: `---\nparticipants:\n  - Ada\n  - ‸\n${spoken}` }), ['Ben']);
    assert.deepEqual(labels({ a: '---\nsource: ‸\n---\n' }), []);
  });

  it('offers the bibliographies of the workspace by their paths, the nearest first', () => {
    const files = { 'refs.bib': '', 'deep/er/own papers.bib': '', 'old.json': '[]' };
    const offered = (text: string) => labels({ 'deep/a': text }, {}, files);
    assert.deepEqual(offered('---\nbibliography: ‸\n---\n'), ['er/own papers.bib', '../old.json', '../refs.bib']);
    assert.deepEqual(offered('---\nbibliography:\n  - ../refs.bib\n  - er/‸\n---\n'), [
      'er/own papers.bib',
      '../old.json',
    ]);
    const text = '---\nbibliography: [../refs.bib, ‸]\n---\n';
    assert.equal(taken({ 'deep/a': text }, 'er/own papers.bib', {}, files), text.replace('‸', 'er/own papers.bib'));
    assert.deepEqual(labels({ a: '---\nbibliography: ‸\n---\n' }), []);
  });
});

describe('completion', () => {
  it('is asked for by no character that prose is full of, and brings nothing in prose', () => {
    assert.deepEqual(COMPLETION_TRIGGERS, ['#', '>', '[', '(', '@']);
    const prose =
      'He wrote #1 (see [2] and a -> b, or x > y) to me@example.org, @nobody: # > (a) [b] [c](d)\n# Title (part)\n> (q) @x [[#y\n1. (a)\n- (b) [x] -> z\n';
    const text = `claim #x: A\n${prose}\n  and (so) on [1] -> @all #2\n${prose}`;
    const service = new LanguageService();
    const offered: string[] = [];
    for (let at = 0; at < text.length; at++) {
      if (!COMPLETION_TRIGGERS.includes(text[at] as string)) continue;
      service.setNote('file:///notes/a.debate', text.slice(0, at + 1));
      const position = service.note('file:///notes/a.debate')?.tree.lines.position(at + 1);
      assert.ok(position);
      const list = service.across.completion('file:///notes/a.debate', position, MODERN);
      if ((list?.items.length ?? 0) > 0) offered.push(text.slice(Math.max(0, at - 20), at + 1));
    }
    assert.deepEqual(offered, []);
  });

  it('gives both ranges to a client that takes them', () => {
    const [item] = completions({ a: 'claim #x: A\nrebuttal -> #o‸ld: B' }, { insertReplace: true });
    assert.ok(item?.textEdit && 'insert' in item.textEdit);
    assert.deepEqual(item.textEdit.insert, { start: { line: 1, character: 12 }, end: { line: 1, character: 14 } });
    assert.deepEqual(item.textEdit.replace, { start: { line: 1, character: 12 }, end: { line: 1, character: 16 } });
  });

  it('changes one line, around the cursor, whatever the note', () => {
    const pieces = fc.constantFrom(
      'claim',
      ' #x',
      ' (Ada',
      ')',
      ' -> ',
      '#',
      ', ',
      '[[',
      ']]',
      'a b',
      '<',
      '>',
      '\n',
      '  ',
      '---\n',
      '@A',
      '<!-- debate-',
      '-->',
      '𝒜',
      '`',
      ':',
    );
    const text = fc.oneof(
      noteText,
      fc.array(pieces, { maxLength: 15 }).map((parts) => parts.join('')),
    );
    holds(fc.tuple(text, fc.nat()), ([source, choice]) => {
      const at = choice % (source.length + 1);
      const service = new LanguageService();
      service.setNote('file:///notes/a.debate', source);
      const lines = service.note('file:///notes/a.debate')?.tree.lines;
      assert.ok(lines);
      // No cursor stands between CR and LF.
      const position = lines.position(lines.offset(lines.position(at)));
      const list = service.across.completion('file:///notes/a.debate', position, MODERN);
      for (const { textEdit } of list?.items ?? []) {
        assert.ok(textEdit && 'insert' in textEdit);
        const { insert, replace } = textEdit;
        assert.deepEqual([insert.start, insert.end], [replace.start, position]);
        assert.equal(replace.end.line, position.line);
        assert.ok(insert.start.line === position.line && insert.start.character <= position.character);
        assert.ok(replace.end.character >= position.character);
      }
    });
  });
});
