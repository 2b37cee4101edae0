import assert from 'node:assert/strict';
import { identify } from '../../../server/src/citations/identify';
import { isAccepted, type Reference } from '../../../server/src/citations/reference';
import { Bibliographies } from '../../../server/src/workspace/bibliographies';
import {
  bibliographyFile,
  type SettingsPlace,
  sharedBibliographyFile,
} from '../../../server/src/workspace/bibliographyPath';
import { Note } from '../../../server/src/workspace/note';

const URI = 'file:///notes/note.debate';

function noteNaming(...paths: string[]): Note {
  return new Note(URI, `---\nbibliography: ${JSON.stringify(paths)}\n---\nclaim: A\n`);
}

/** Bibliographies with these files, each with one entry of its own name. */
function withFiles(...uris: string[]): Bibliographies {
  const bibliographies = new Bibliographies();
  for (const uri of uris) bibliographies.set(uri, `@misc{${uri.replace(/^.*\/|\.\w+$/g, '')}, title = {T}}\n`);
  return bibliographies;
}

function referenceIn(input: string): Reference {
  const [verdict] = identify(input);
  assert.ok(verdict && isAccepted(verdict), input);
  return verdict.reference;
}

describe('the bibliographies of a note', () => {
  /** Expects the files that belong to a note, in order. */
  function check(bibliographies: Bibliographies, note: Note, ...uris: (string | null)[]) {
    assert.deepEqual(
      bibliographies.of(note).files.map(({ uri }) => uri),
      uris,
    );
  }

  it('are those it names, those of the settings, and those beside it, each once', () => {
    const files = ['z.bib', 'b.bib', 'a.csl.json', 'a.json', 'sub/c.bib', 'shared/d.bib'];
    const bibliographies = withFiles(...files.map((name) => `file:///notes/${name}`), 'file:///other/e.bib');
    bibliographies.setShared(['file:///notes/shared/d.bib', 'file:///notes/b.bib']);
    const [a, b, c, d, z] = ['a.csl.json', 'b.bib', 'sub/c.bib', 'shared/d.bib', 'z.bib'].map(
      (name) => `file:///notes/${name}`,
    ) as [string, string, string, string, string];
    check(bibliographies, noteNaming('sub/c.bib', 'z.bib', './z.bib'), c, z, d, b, a);
    check(bibliographies, new Note('file:///other/deep/note.debate', ''), d, b);
    check(bibliographies, new Note('untitled:Untitled-1', ''), d, b);
    check(bibliographies, new Note('git:/notes/note.debate?ref', ''), d, b);
  });

  it('end with the library of another program, of which nothing is known to be missing until it is read', () => {
    const bibliographies = withFiles('file:///notes/a.bib', 'zotero:/Zotero.json');
    const note = noteNaming();
    bibliographies.setLibrary('zotero:/Zotero.json');
    check(bibliographies, note, 'file:///notes/a.bib', 'zotero:/Zotero.json');
    check(bibliographies, new Note('untitled:Untitled-1', ''), 'zotero:/Zotero.json');
    assert.deepEqual(bibliographies.wanted([note]), []);
    bibliographies.setLibrary(null);
    check(bibliographies, note, 'file:///notes/a.bib');
    assert.equal(bibliographies.get('zotero:/Zotero.json'), undefined);
    bibliographies.setLibrary('zotero:/Zotero.json');
    assert.equal(bibliographies.of(note).isComplete, false);
    bibliographies.set('zotero:/Zotero.json', '[{ "id": "a", "title": "Other" }, { "id": "b", "title": "B" }]');
    assert.equal(bibliographies.of(note).isComplete, true);
    assert.equal(bibliographies.of(note).entry('a')?.uri, 'file:///notes/a.bib');
    assert.equal(bibliographies.of(note).entry('b')?.uri, 'zotero:/Zotero.json');
  });

  it('may be written in any way', () => {
    const bibliographies = withFiles('file:///notes/a%20b%C3%A9.bib');
    check(bibliographies, noteNaming('a bé.bib'), 'file:///notes/a bé.bib');
    assert.ok(bibliographies.get('file:///notes/a bé.bib'));
  });

  it('are wanted until they are read or cannot be', () => {
    const bibliographies = withFiles('file:///notes/a.bib');
    const notes = [noteNaming('a.bib', 'b.bib', '../c.json', 'https://example.org/d.bib', '/etc/passwd')];
    assert.deepEqual(bibliographies.wanted(notes), ['file:///notes/b.bib', 'file:///c.json']);
    bibliographies.set('file:///notes/b.bib', '');
    bibliographies.setUnreadable('file:///c.json', 'permission denied');
    assert.deepEqual(bibliographies.wanted(notes), []);
    assert.deepEqual(
      bibliographies.of(notes[0] as Note).files.map(({ reason }) => reason?.split(/[, ]/)[0] ?? null),
      [null, null, 'permission', 'a', 'a'],
    );
    bibliographies.delete('file:///c.json');
    assert.deepEqual(bibliographies.wanted(notes), ['file:///c.json']);
    bibliographies.set('file:///c.json', '[]');
    assert.deepEqual(bibliographies.wanted(notes), []);
  });

  it('are complete when all of them have been tried, and one has been read', () => {
    const bibliographies = new Bibliographies();
    const note = noteNaming('a.bib', 'b.bib');
    const isComplete = () => bibliographies.of(note).isComplete;
    assert.ok(!isComplete());
    bibliographies.set('file:///notes/a.bib', '');
    assert.ok(!isComplete());
    bibliographies.setUnreadable('file:///notes/b.bib', 'x');
    assert.ok(isComplete());
    bibliographies.setUnreadable('file:///notes/a.bib', 'x');
    assert.ok(!isComplete());
  });

  it('are gathered again only after a change', () => {
    const bibliographies = withFiles('file:///notes/a.bib');
    const note = new Note(URI, '');
    const before = bibliographies.of(note);
    bibliographies.delete('file:///notes/nothing.bib');
    assert.equal(bibliographies.of(note), before);
    bibliographies.set('file:///notes/a.bib', '@misc{b,}\n');
    assert.notEqual(bibliographies.of(note), before);
    assert.equal(bibliographies.of(note).entry('a'), null);
    bibliographies.delete('file:///notes/a.bib');
    assert.deepEqual(bibliographies.of(note).files, []);
  });

  it('keep what they had while a file is half written, and lose it with the file', () => {
    const bibliographies = withFiles('file:///notes/a.bib');
    const note = new Note(URI, '');
    const has = (key: string) => bibliographies.of(note).entry(key) !== null;
    bibliographies.set('file:///notes/a.bib', '');
    assert.ok(has('a'));
    bibliographies.set('file:///notes/a.bib', '@misc{c, ti');
    assert.deepEqual([has('a'), has('c')], [true, true]);
    bibliographies.setUnreadable('file:///notes/a.bib', 'there is no such file');
    assert.ok(!has('a'));
    bibliographies.set('file:///notes/a.bib', '');
    assert.ok(!has('a'));
  });
});

describe('what a note knows of papers', () => {
  const bibliographies = new Bibliographies();
  bibliographies.set(
    'file:///notes/a.bib',
    '@misc{chen2021, title = {First}, eprint = {2107.03374}, doi = {10.1000/182}}\n@misc{bare, title = {Bare}}\n',
  );
  bibliographies.set(
    'file:///notes/b.bib',
    '@misc{chen2021, title = {Second}}\n@misc{perez2022, title = {Third}, url = {https://arxiv.org/abs/2212.09251v2}}\n',
  );
  const known = bibliographies.of(new Note(URI, ''));

  it('is what the first bibliography says that has a key', () => {
    const place = (key: string) => known.entry(key)?.uri;
    assert.deepEqual(['chen2021', 'perez2022', 'x'].map(place), [
      'file:///notes/a.bib',
      'file:///notes/b.bib',
      undefined,
    ]);
    const title = (input: string) => known.paper(referenceIn(input))?.title ?? null;
    assert.deepEqual(['@chen2021', '@perez2022', '@x'].map(title), ['First', 'Third', null]);
  });

  it('is known of papers that are cited otherwise, too', () => {
    const key = (input: string) => known.paper(referenceIn(input))?.key ?? null;
    assert.deepEqual(
      ['arXiv:2107.03374v3', 'doi:10.1000/182', 'https://alphaxiv.org/abs/2212.09251', '10.1000/183'].map(key),
      ['chen2021', 'chen2021', 'perez2022', null],
    );
  });

  it('is one paper, whatever it is cited as', () => {
    const paper = (input: string) => known.paperKey(referenceIn(input));
    assert.deepEqual(
      ['@chen2021', 'arXiv:2107.03374', 'doi:10.1000/182', '@perez2022', '@bare', '@x', '10.1000/183'].map(paper),
      [...Array(3).fill('arxiv:2107.03374'), ...['arxiv:2212.09251', 'citekey:bare', 'citekey:x', 'doi:10.1000/183']],
    );
  });

  it('is listed once, by key', () =>
    assert.deepEqual(
      [...known.summaries()].map(({ key, title }) => [key, title]),
      [
        ['chen2021', 'First'],
        ['bare', 'Bare'],
        ['perez2022', 'Third'],
      ],
    ));

  it('has keys near to others', () => {
    assert.deepEqual(known.nearKeys('Perez2022', 3), ['perez2022']);
    assert.deepEqual(known.nearKeys('bard', 3), ['bare']);
    assert.deepEqual(known.nearKeys('chen2012', 3), ['chen2021']);
    assert.deepEqual(known.nearKeys('nobody', 3), []);
  });
});

describe('a path of a bibliography', () => {
  function check(path: string, expected: string, from = URI) {
    const file = bibliographyFile(from, path);
    assert.equal('uri' in file ? file.uri : `! ${file.reason}`, expected);
  }

  it('begins at the folder of the note', () => {
    check('refs.bib', 'file:///notes/refs.bib');
    check('../a b/é#1.bib', 'file:///a%20b/%C3%A9%231.bib');
    check('/home/x/My Library.json', 'file:///home/x/My%20Library.json');
    check('sub\\refs.BIB', 'file:///notes/sub/refs.BIB');
    check('C:\\papers\\refs.bib', 'file:///C%3A/papers/refs.bib');
    check('refs.bib', 'vscode-remote://host/notes/refs.bib', 'vscode-remote://host/notes/note.debate');
  });

  it('is no address, no other file, and none of a note without a folder', () => {
    check('https://example.org/refs.bib', '! a bibliography is a file, and nothing is fetched from an address');
    check('file:///refs.bib', '! a bibliography is a file, and nothing is fetched from an address');
    check('~/refs.bib', "! paths begin at the folder of the note, '~' means nothing here");
    for (const path of ['/etc/passwd', '.env', 'refs.bib/..', 'refs', '']) {
      check(path, "! a bibliography is a file that ends in '.bib', '.bibtex', '.biblatex' or '.json'");
    }
    check('refs.bib', '! this note lies in no folder from which a path could begin', 'untitled:Untitled-1');
  });
});

describe('a path in the settings', () => {
  const PLACE = { folder: 'file:///project/notes', home: 'file:///home/ada' };
  function check(path: string, expected: string, place: SettingsPlace = PLACE) {
    const file = sharedBibliographyFile(path, place);
    assert.equal('uri' in file ? file.uri : `! ${file.reason}`, expected);
  }

  it('begins at the first folder, or at the own folder of the user', () => {
    check('refs.bib', 'file:///project/notes/refs.bib');
    check('../a b.json', 'file:///project/a%20b.json');
    check('~/Zotero/all.bib', 'file:///home/ada/Zotero/all.bib');
    check('~\\all.bib', 'file:///home/ada/all.bib');
    check('/srv/all.bib', 'file:///srv/all.bib');
    check('C:\\papers\\all.bib', 'file:///C%3A/papers/all.bib');
  });

  it('is absolute where no folder is open, and none where nobody knows where it begins', () => {
    const nowhere = { folder: null, home: null };
    check('/srv/all.bib', 'file:///srv/all.bib', nowhere);
    check('C:/papers/all.bib', 'file:///C%3A/papers/all.bib', nowhere);
    check('refs.bib', '! there is no folder from which a path could begin', nowhere);
    check('~/all.bib', '! there is no folder from which a path could begin', nowhere);
  });

  it('is no address, and none of another file', () => {
    for (const place of [PLACE, { folder: null, home: null }]) {
      check(
        'https://example.org/refs.bib',
        '! a bibliography is a file, and nothing is fetched from an address',
        place,
      );
      check('/etc/passwd', "! a bibliography is a file that ends in '.bib', '.bibtex', '.biblatex' or '.json'", place);
    }
  });
});
