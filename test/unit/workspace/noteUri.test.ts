import assert from 'node:assert/strict';
import { canonicalUri, isBelow, referencePath } from '../../../server/src/workspace/noteUri';

describe('a canonical URI', () => {
  function check(...forms: string[]) {
    assert.equal(new Set(forms.map(canonicalUri)).size, 1);
  }

  it('is the same whichever characters are encoded', () => {
    check('file:///notes/wow!%20%28copy%29.debate', 'file:///notes/wow%21%20(copy).debate');
    check('file:///notes/%C3%A9.debate', 'file:///notes/é.debate');
  });
  it('is the same for both ways to write a Windows drive', () =>
    check('file:///c%3A/a.debate', 'file:///C:/a.debate', 'file:///c:/a.debate'));
  it('keeps apart what is decoded once only, and stands what cannot be decoded', () => {
    assert.notEqual(canonicalUri('file:///a%2520b'), canonicalUri('file:///a%20b'));
    assert.equal(canonicalUri('file:///100%.debate'), 'file:///100%.debate');
  });
});

describe('a note below a folder', () => {
  it('begins with its path, however both are written', () => {
    assert.ok(isBelow('file:///a%20b/c/d.debate', 'file:///a b'));
    assert.ok(isBelow('file:///a/b.debate', 'file:///a/'));
    assert.ok(!isBelow('file:///ab/c.debate', 'file:///a'));
    assert.ok(!isBelow('file:///a', 'file:///a'));
  });
});

describe('the path by which a note refers to another', () => {
  function check(from: string, to: string, expected: string | null) {
    assert.equal(referencePath(from, to), expected);
  }

  it('is relative to its folder, without the ending', () => {
    check('file:///notes/a.debate', 'file:///notes/b.debate.md', 'b');
    check('file:///notes/a.debate', 'file:///notes/sub/b.debate', 'sub/b');
    check('file:///notes/sub/deep/a.debate', 'file:///notes/b.md', '../../b');
    check('file:///C:/a.debate', 'file:///c%3A/my%20note.debate', 'my note');
    check('memfs:/notes/a.debate', 'memfs:/b.debate', '../b');
  });
  it('is none where none leads there, or none can be written', () => {
    check('untitled:a', 'file:///notes/b.debate', null);
    check('file:///notes/a.debate', 'untitled:b', null);
    check('file:///notes/a.debate', 'file://host/notes/b.debate', null);
    check('file:///notes/a.debate', 'vscode-vfs:///notes/b.debate', null);
    check('memfs:/notes/a.debate', 'other:/notes/b.debate', null);
    check('file:///notes/a.debate', 'file:///notes/%5Bb%5D.debate', null);
    check('file:///notes/a.debate', 'file:///notes/b%23.debate', null);
  });
});
