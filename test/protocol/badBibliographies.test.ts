import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Hover } from 'vscode-languageserver-types';
import type { PapersAnswer } from '../../server/src/protocol/messages';
import { modern, type TestClient, until } from '../support/languageClient';
import { at, changed, sessions } from '../support/sessions';

/** The title of each paper that notes cite, by the form in which it is cited. */
async function titles(client: TestClient): Promise<Record<string, string | null>> {
  const { papers } = await client.request<PapersAnswer>('debateNotes/papers', { revision: null });
  return Object.fromEntries(papers.map(({ forms, title }) => [forms[0], title]));
}

function titled(client: TestClient, form: string, title: string | null): Promise<unknown> {
  return until(
    `${form} to be called ${title}`,
    () => titles(client),
    (found) => found[form] === title,
  );
}

describe('bad bibliographies, over the protocol', function () {
  // One of them is of 70 MB.
  this.timeout(30_000);
  const { start, workspace } = sessions();

  it('of 70 MB are read, and everything else is answered', async () => {
    const { folder, uri, file } = await workspace();
    const filler = (i: number) => `@misc{key${i},\n  title = {Title ${i}},\n  abstract = {${'word '.repeat(140)}}\n}\n`;
    const large = `${Array.from({ length: 95_000 }, (_, i) => filler(i)).join('')}@misc{last, title = {The last one}}\n`;
    assert.ok(large.length > 70_000_000);
    await writeFile(path.join(folder, 'large.bib'), large);
    const client = await start({ capabilities: modern, folders: [uri] });
    await client.open(file('new.debate'), 'claim: [@last]\n');
    const symbols = await client.request<unknown[]>('textDocument/documentSymbol', {
      textDocument: { uri: file('new.debate') },
    });
    assert.equal(symbols.length, 1);
    await titled(client, '@last', 'The last one');
    const hover = await client.request<Hover>('textDocument/hover', at(file('new.debate'), 0, 10));
    assert.match(JSON.stringify(hover.contents), /The last one/);
  });

  it('that are no text, in another encoding, cut off, empty, no file, or lead back to themselves cost only themselves', async () => {
    const { folder, uri, file } = await workspace();
    const write = (name: string, content: string | Uint8Array) => writeFile(path.join(folder, name), content);
    await write('binary.bib', Buffer.from(Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 256)));
    await write('cut.bib', '@misc{whole, title = {Whole}}\n@misc{cut, title = {Cut o');
    await write('empty.bib', '');
    await write('good.bib', '@misc{good, title = {Good}}\n');
    await write('html.bib', '<html><body>404 @ not found</body></html>');
    await write('latin1.bib', Buffer.from('@misc{latin, title = {Caf\xe9}}\n', 'latin1'));
    await write('self.bib', '@string{s = s # s}\n@misc{self, title = {Self} # s, crossref = {self}, xdata = {self}}\n');
    await write('utf16.bib', Buffer.from('\ufeff@misc{wide, title = {Wide}}', 'utf16le'));
    await mkdir(path.join(folder, 'folder.bib'));
    await symlink('ring.bib', path.join(folder, 'ring.bib'));
    await symlink('/dev/zero', path.join(folder, 'endless.bib'));
    execFileSync('mkfifo', [path.join(folder, 'pipe.bib')]);
    const named = [
      'missing.bib',
      'folder.bib',
      'ring.bib',
      'pipe.bib',
      'endless.bib',
      'new.debate',
      '~/a.bib',
      '/etc/passwd',
    ];
    const client = await start({ capabilities: modern, folders: [uri] });
    const cited = ['good', 'whole', 'cut', 'latin', 'self', 'wide'].map((key) => `@${key}`).join('; ');
    const note = `---\nbibliography: ${JSON.stringify(named)}\n---\nclaim: x\n  cite: [${cited}]\n`;
    await client.open(file('new.debate'), note);
    await titled(client, '@self', 'Selfss');
    const found = await titles(client);
    assert.deepEqual([found['@good'], found['@whole'], found['@latin']], ['Good', 'Whole', 'Caf\ufffd']);
    const missing = (await client.diagnostics(file('new.debate'))).filter(
      ({ code }) => code === 'missing-bibliography',
    );
    assert.deepEqual(
      missing.map(({ message }) => /read: (.*?)\. Correct/.exec(String(message))?.[1]),
      [
        'there is no such file',
        'it is a folder',
        'its links lead in a ring',
        'it is no regular file',
        'it is no regular file',
        "a bibliography is a file that ends in '.bib', '.bibtex', '.biblatex' or '.json'",
        "paths begin at the folder of the note, '~' means nothing here",
        "a bibliography is a file that ends in '.bib', '.bibtex', '.biblatex' or '.json'",
      ],
    );
  });

  it('keep what they had while they are written anew, and lose it with the file', async () => {
    const { folder, uri, file } = await workspace();
    const refs = path.join(folder, 'refs.bib');
    await writeFile(refs, '@misc{a, title = {First}}\n');
    const client = await start({ capabilities: modern, folders: [uri] });
    await client.open(file('new.debate'), 'claim: [@a]\n');
    await titled(client, '@a', 'First');
    for (const half of ['', '@misc{b, title = {B}}\n@misc{a, tit', '\0\u0001\u0002']) {
      await writeFile(refs, half);
      await changed(client, file('refs.bib'), 2);
      await titled(client, '@a', 'First');
    }
    await writeFile(refs, '@misc{a, title = {Second}}\n');
    await changed(client, file('refs.bib'), 2);
    await titled(client, '@a', 'Second');
    await rm(refs);
    await changed(client, file('refs.bib'), 3);
    await titled(client, '@a', null);
  });
});
