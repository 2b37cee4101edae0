import assert from 'node:assert/strict';
import { findingsOf } from '../../support/rules';

describe('duplicate-id', () => {
  const many = () => findingsOf('duplicate-id', 'claim #a: x\n'.repeat(500));

  it('names ten other places at most', () => {
    assert.equal(many().length, 499);
    assert.ok(many().every(({ related }) => related.length <= 10));
  });

  it('offers the same id however often, and in whatever order, it is asked', () => {
    const titles = (findings: ReturnType<typeof many>) => findings.map((finding) => finding.fixes()[0]?.title);
    const findings = many();
    const backwards = titles([...many()].reverse()).reverse();
    assert.deepEqual([titles(findings), titles(findings)], [backwards, backwards]);
    assert.equal(new Set(backwards).size, 499);
  });
});
