import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { Bibliography } from '../../../server/src/bibliography/bibliography';
import { isRefusal } from '../../../server/src/service';
import { citing, type Files } from '../../support/citing';
import { editedTexts, shownPlace, type Workspace } from '../../support/notes';

/** Renames what is at `‸`, which is between `⟦…⟧`, and expects the changed notes and bibliographies. */
function check(workspace: Workspace, files: Files, newName: string, expected: Record<string, string>) {
  const { service, uri, position, ranges } = citing(workspace, files);
  const prepared = service.across.prepareRename(uri, position);
  assert.ok(prepared && !isRefusal(prepared), JSON.stringify(prepared));
  assert.deepEqual([shownPlace(uri, prepared.range)], ranges);
  const edit = service.across.rename(uri, position, newName, true);
  assert.ok(edit && !isRefusal(edit), JSON.stringify(edit));
  const notes = editedTexts(service, edit);
  const changed = Object.keys(files).flatMap((name) => {
    const text = editedFile(edit, name, files[name] ?? '');
    return text === null ? [] : [[name, text]];
  });
  assert.deepEqual({ ...notes, ...Object.fromEntries(changed) }, expected);
}

/** A bibliography after an edit that is for no version of it; null where it changes nothing there. */
function editedFile({ documentChanges = [] }: WorkspaceEdit, name: string, text: string): string | null {
  const uri = `file:///notes/${name}`;
  for (const change of documentChanges) {
    if (!('edits' in change) || change.textDocument.uri !== uri) continue;
    assert.equal(change.textDocument.version, null);
    const edits = change.edits.filter((edit) => 'newText' in edit);
    return TextDocument.applyEdits(TextDocument.create(uri, 'bibtex', 1, text), edits);
  }
  return null;
}

function checkRefused(workspace: Workspace, files: Files, newName: string, reason: RegExp, preparing = false) {
  const { service, uri, position } = citing(workspace, files);
  const prepared = service.across.prepareRename(uri, position);
  assert.equal(prepared !== null && isRefusal(prepared), preparing);
  const edit = service.across.rename(uri, position, newName, true);
  assert.ok(edit && isRefusal(edit), JSON.stringify(edit));
  assert.match(edit.refused, reason);
}

const BIB = '@misc{x, title = {x}}\n';

describe('renaming a citation key', () => {
  it('changes its entry, and its citations in all notes for which it means that entry', () => {
    check(
      {
        a: 'claim: A\n  cite: @⟦‸x⟧; @xx\n\n[e.g. @x, p. 3;\n-@x] x @x `[@x]`\n> [@{x}]',
        b: '[@x]',
        'other/c': '[@x]',
      },
      { 'refs.bib': BIB, 'z.bib': BIB, 'other/refs.bib': BIB },
      'perez:2022',
      {
        a: 'claim: A\n  cite: @perez:2022; @xx\n\n[e.g. @perez:2022, p. 3;\n-@perez:2022] x @x `[@x]`\n> [@{perez:2022}]',
        b: '[@perez:2022]',
        'refs.bib': '@misc{perez:2022, title = {x}}\n',
      },
    );
  });

  it('writes it in braces where it needs them, and takes off what is typed with it', () => {
    const bib = (key: string) => ({ 'refs.bib': `@misc{${key}, title = {x}}\n` });
    check({ a: 'cite: @⟦‸x⟧.' }, { 'refs.bib': BIB }, 'a--b', { a: 'cite: @{a--b}.', ...bib('a--b') });
    check({ a: 'cite: @⟦‸x⟧.' }, { 'refs.bib': BIB }, ' @{a--b} ', { a: 'cite: @{a--b}.', ...bib('a--b') });
    check({ a: '[@{⟦x‸⟧}y]' }, { 'refs.bib': BIB }, '@new', { a: '[@{new}y]', ...bib('new') });
    check({ a: 'cite: @⟦‸x⟧' }, { 'refs.bib': BIB }, 'x', {});
  });

  it('follows in the fields of other entries', () => {
    const before =
      '@proceedings{x, title = {x}}\n@misc{a, crossref = {x}, title = {x}}\n@misc{b, CROSSREF = "x" , xdata = {xx, x,x }}\n' +
      '@misc{c, crossref = x, note = {x}}\n@string{x2 = {x}}\n@misc{d, crossref = x2, related = {x}';
    const after =
      '@proceedings{new, title = {x}}\n@misc{a, crossref = {new}, title = {x}}\n@misc{b, CROSSREF = "new" , xdata = {xx, new,new }}\n' +
      '@misc{c, crossref = {new}, note = {x}}\n@string{x2 = {x}}\n@misc{d, crossref = x2, related = {new}';
    check({ a: 'cite: @⟦x‸⟧' }, { 'refs.bib': before }, 'new', { a: 'cite: @new', 'refs.bib': after });
  });

  it('changes the first of several entries', () => {
    check({ a: 'cite: @⟦x‸⟧' }, { 'refs.bib': BIB + BIB }, 'new', {
      a: 'cite: @new',
      'refs.bib': `@misc{new, title = {x}}\n${BIB}`,
    });
  });

  it('works in CSL-JSON, however the key is written', () => {
    const json = (member: string) => ({ 'x.csl.json': `[{"type": "book", ${member}, "title": "x 7"}]` });
    const note = { a: 'cite: @⟦‸x⟧' };
    check(note, json('"id": "x"'), 'n"w', { a: 'cite: @{n"w}', ...json('"id": "n\\"w"') });
    check(note, json('"id": "x", "citation-key" : "x"'), 'new', {
      a: 'cite: @new',
      ...json('"id": "new", "citation-key" : "new"'),
    });
    check(note, json('"id": "http://zotero.org/1", "citation-key": "x"'), 'new', {
      a: 'cite: @new',
      ...json('"id": "http://zotero.org/1", "citation-key": "new"'),
    });
    check({ a: 'cite: @⟦‸7⟧' }, json('"id": 7'), 'new', { a: 'cite: @new', ...json('"id": "new"') });
  });

  it('refuses what is no key, or none for the file', () => {
    for (const name of ['', 'a b', 'a{b', 'a}', '@', 'x'.repeat(201)])
      checkRefused({ a: 'cite: @‸x' }, { 'refs.bib': BIB }, name, /is no citation key: a key has neither spaces/);
    for (const name of ['a,b', 'a"b', 'a#b', 'a%b', 'a=b', 'a\\b', "a'b", 'a(b'])
      checkRefused({ a: 'cite: @‸x' }, { 'refs.bib': BIB }, name, /is no key for 'refs\.bib': a key in BibTeX has no/);
  });

  it('refuses a key that something else has', () => {
    const taken = /^'@y' is the key of another entry in 'refs\.bib' already\.$/;
    checkRefused({ a: 'cite: @‸x' }, { 'refs.bib': `${BIB}@misc{y,}` }, 'y', taken);
    checkRefused({ a: 'cite: @‸x' }, { 'a.bib': BIB, 'refs.bib': '@misc{y,}' }, 'y', taken);
    checkRefused(
      { a: 'cite: @‸x', b: '---\nparticipants: [Ada]\n---\n[@x]' },
      { 'refs.bib': BIB },
      'ada',
      /^'@ada' is somebody who takes part in 'b'\.$/,
    );
    check({ a: 'cite: @⟦‸x⟧' }, { 'refs.bib': BIB, 'other/b.bib': '@misc{y,}' }, 'y', {
      a: 'cite: @y',
      'refs.bib': '@misc{y, title = {x}}\n',
    });
  });

  it('refuses what is in no bibliography, or in a file that is half written', () => {
    checkRefused({ a: 'cite: @‸y' }, { 'refs.bib': BIB }, 'z', /^'@y' is in no bibliography of this note/, true);
    const { service, uri, position } = citing({ a: 'cite: @‸x' }, { 'refs.bib': BIB });
    service.setBibliography('file:///notes/refs.bib', '@misc{y, ti');
    const prepared = service.across.prepareRename(uri, position);
    assert.ok(prepared && isRefusal(prepared));
    assert.match(prepared.refused, /^It cannot be told where 'refs\.bib' has the key 'x'\.$/);
  });

  it('renames the person, not the key, where that is meant', () => {
    const { service, uri, position } = citing({ a: '---\nparticipants: [x]\n---\n[@‸x]' }, { 'refs.bib': BIB });
    const edit = service.across.rename(uri, position, 'Ada', false);
    assert.ok(edit && !isRefusal(edit));
    assert.deepEqual(Object.keys(edit.changes ?? {}), [uri]);
  });
});

describe('another key for every entry of a file with quirks', () => {
  for (const name of ['quirks.bib', 'quirks.json']) {
    it(`is what the entry has then, and nothing else changes: ${name}`, () => {
      const text = readFileSync(path.join('test', 'fixtures', 'bibliographies', name), 'utf8');
      const before = Bibliography.read(name, text);
      for (const key of before.keys()) {
        const edits = before.withKey(key, 'brandNew');
        let changed = text;
        for (const { range, newText } of [...edits].reverse()) {
          changed = changed.slice(0, range.start) + newText + changed.slice(range.end);
        }
        const after = Bibliography.read(name, changed);
        const rest = (bibliography: Bibliography, own: string) =>
          bibliography.keys().map((one) => ({ ...bibliography.paper(one), key: one === own ? '' : one }));
        const renamed = rest(after, 'brandNew');
        // Of two entries with one key the second is there now.
        const expected = rest(before, key);
        assert.deepEqual(
          renamed.filter((paper) => paper.key !== key),
          expected,
          key,
        );
      }
    });
  }
});
