import assert from 'node:assert/strict';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { asked, shownPlace, type Workspace } from '../../support/notes';

/** Every `⟦…⟧` is a reference to what is meant at `‸`; those behind `*` declare it. */
function check(workspace: Workspace) {
  const plain = Object.fromEntries(Object.entries(workspace).map(([name, text]) => [name, text.replaceAll('*', '')]));
  const { service, uri, position, ranges } = asked(plain);
  const declared = asked(
    Object.fromEntries(
      Object.entries(workspace).map(([name, text]) => [
        name,
        text.replace(/(?<!\*)⟦([^⟧]*)⟧/g, '$1').replaceAll('*', ''),
      ]),
    ),
  ).ranges;
  const found = (withDeclaration: boolean) =>
    service.across.references(uri, position, withDeclaration).map((place) => shownPlace(place.uri, place.range));
  assert.deepEqual(found(true).sort(), [...ranges].sort());
  assert.deepEqual(
    found(false).sort(),
    ranges.filter((range) => !declared.includes(range)).sort(),
    'without the declaration',
  );
  const highlights = service.across.documentHighlights(uri, position);
  const own = (range: string) => range.startsWith(shownPlace(uri, highlights[0]?.range ?? nowhere).split(' ')[0] ?? '');
  assert.deepEqual(
    highlights.map(({ range }) => shownPlace(uri, range)).sort(),
    highlights.length > 0 ? ranges.filter(own).sort() : [],
    'highlights',
  );
  for (const { range, kind } of highlights) {
    const isDeclared = declared.includes(shownPlace(uri, range));
    assert.equal(kind, isDeclared ? DocumentHighlightKind.Write : DocumentHighlightKind.Read);
  }
}

const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('references', () => {
  it('to a statement are its id, targets and mentions in texts', () => {
    check({ a: 'claim #*⟦x⟧: A [[#⟦x⟧]]\nrebuttal #y -> #⟦x‸⟧: B\n\nprose [[#⟦x⟧]] `[[#x]]`\n\n> [[#x]]' });
    check({ a: 'claim #*⟦‸x⟧: A\nclaim #y: B\nrebuttal -> #y, #⟦x⟧: C\n# [[#⟦x⟧]]' });
  });

  it('come from all notes', () => {
    check({
      a: 'claim #*⟦‸x⟧: A',
      b: 'rebuttal -> a#⟦x⟧: B\nclaim #x: C\nsupport -> #x: D',
      'deep/c': '[[../a#⟦x⟧]] and [[a#x]]',
      d: 'rebuttal -> <a#⟦x⟧>, a.debate#⟦x⟧: E',
    });
  });

  it('lead to the same places from any of them', () => {
    check({ a: 'claim #*⟦x⟧: A', b: 'rebuttal -> a#⟦‸x⟧: B', c: '[[a#⟦x⟧]]' });
  });

  it('mean the first of two equal ids, and the second has none', () => {
    check({ a: 'claim #*⟦x‸⟧: A\nclaim #x: B\nrebuttal -> #⟦x⟧: C' });
    check({ a: 'claim #x: A\nclaim #*⟦x‸⟧: B\nrebuttal -> #x: C' });
  });

  it('do not depend on how letters with marks are composed', () => {
    check({ a: 'claim #*⟦caf\u00e9‸⟧: A\nrebuttal -> #⟦cafe\u0301⟧: B' });
  });

  it('of a keyword are also the replies that name nothing', () => {
    check({ a: '*⟦cl‸aim⟧: A\n  ⟦rebuttal⟧: B\n    support: C\n  ⟦cite⟧: D' });
    check({ a: 'cla‸im #*⟦x⟧: A\n⟦support⟧: B\nclaim: C\nsupport -> #⟦x⟧: D', b: 'undercut -> a#⟦x⟧: E' });
  });

  it('to a speaker are headers, headings, the front matter and @name, in all notes', () => {
    check({
      a: '---\nparticipants:\n  - *⟦Ada⟧\n  - "Ben"\n---\nclaim (⟦Ada⟧): A, says @⟦ada⟧.\n### (⟦ADA⟧)\nsupport (@⟦A‸da⟧): B',
      b: 'claim (⟦Ada⟧): C\nAda says @Ada.',
      c: 'claim (Adam): D',
    });
  });

  it('are none in prose, and none to what is nowhere', () => {
    for (const text of ['pro‸se', 'claim: te‸xt', 'claim -> #‸no: A', '‸']) {
      const { service, uri, position } = asked({ a: text });
      assert.deepEqual(service.across.references(uri, position, true), []);
      assert.deepEqual(service.across.documentHighlights(uri, position), []);
    }
  });

  it('follow edits and deletions of notes', () => {
    const { service, uri, position } = asked({ a: 'claim #x‸: A', b: '[[a#x]]' });
    const found = () =>
      service.across.references(uri, position, false).map((place) => shownPlace(place.uri, place.range));
    assert.deepEqual(found(), ['b 0:4-5']);
    service.setNote('file:///notes/b.debate', 'see: [[a#x]] and [[a#y]]');
    assert.deepEqual(found(), ['b 0:9-10']);
    service.setNote('file:///notes/c.debate', '[[a#x]]');
    assert.deepEqual(found(), ['b 0:9-10', 'c 0:4-5']);
    service.setNote('git:/notes/d.debate?x', '[[a#x]]');
    service.deleteNote('file:///notes/b.debate');
    assert.deepEqual(found(), ['c 0:4-5']);
  });
});
