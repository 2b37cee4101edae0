import assert from 'node:assert/strict';
import { isRefusal } from '../../../server/src/service';
import { zoteroItems } from '../../support/indexAnswers';
import { asked } from '../../support/notes';

const LIBRARY = JSON.stringify(zoteroItems);

function withZotero(source: string) {
  const note = asked({ a: source });
  note.service.setZoteroLibrary(LIBRARY);
  return note;
}

describe('a key of the library of Zotero', () => {
  it('has a hover, which says where it is from', () => {
    const { service, uri, position } = withZotero('claim: [@zotero‸2021]');
    const { contents } = service.hover(uri, position, false) ?? {};
    assert.ok(typeof contents === 'object' && 'value' in contents);
    assert.match(contents.value, /^From the library of Zotero\nZoe Zotero · 2021[\s\S]*\n@zotero2021 in Zotero$/);
  });

  it('leads to no file, and is renamed in none', () => {
    const { service, uri, position } = withZotero('claim: [@zotero‸2021] and arXiv:2107.03374');
    assert.deepEqual(service.across.definition(uri, position), []);
    const places = service.across.references(uri, position, true);
    assert.deepEqual(
      places.map((place) => place.uri),
      [uri, uri],
    );
    for (const renamed of [
      service.across.prepareRename(uri, position),
      service.across.rename(uri, position, 'x', true),
    ])
      assert.ok(renamed && isRefusal(renamed) && /is in the library of Zotero/.test(renamed.refused));
  });

  it('is forgotten with the library', () => {
    const { service, uri, position } = withZotero('claim: [@zotero‸2021]');
    service.setZoteroLibrary(null);
    const { contents } = service.hover(uri, position, false) ?? {};
    assert.ok(!JSON.stringify(contents ?? '').includes('From the library'));
  });
});
