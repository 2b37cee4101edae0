import assert from 'node:assert/strict';
import { checkForms, foundIn } from '../shown';

describe('DOIs, further', () => {
  it('are one in every form', () =>
    checkForms('doi 10.1145/3287560.3287596', [
      'https://doi.org/10.1145/3287560.3287596',
      'http://dx.doi.org/10.1145/3287560.3287596',
      'https://www.doi.org/10.1145/3287560.3287596?download=true#abstract',
      'doi.org/10.1145/3287560.3287596.',
      'https://doi.org/10.1145%2F3287560.3287596',
      'https://doi.org/doi:10.1145/3287560.3287596',
      'doi:10.1145/3287560.3287596',
      'DOI 10.1145/3287560.3287596',
      'info:doi/10.1145/3287560.3287596',
      'urn:doi:10.1145/3287560.3287596',
      '<https://doi.org/10.1145/3287560.3287596>',
      '[FAccT](https://doi.org/10.1145/3287560.3287596)',
      '“10.1145/3287560.3287596”,',
      '[[10.1145/3287560.3287596|a paper]]',
    ]));

  it('of the ACL are those of its Anthology', () => {
    checkForms('acl 2023.acl-long.1', [
      '10.18653/v1/2023.acl-long.1',
      'https://doi.org/10.18653/v1/2023.ACL-long.1',
      'doi:10.18653/V1/2023.acl-long.1',
    ]);
    checkForms('acl N19-1423', ['doi:10.18653/v1/n19-1423', 'https://doi.org/10.18653/v1/N19-1423']);
    checkForms('acl P14-1062', ['10.3115/v1/p14-1062']);
    checkForms('doi 10.3115/1073083.1073135', ['10.3115/1073083.1073135']);
    checkForms('doi 10.18653/v1/w18-54', ['10.18653/v1/W18-54']);
  });

  it('are followed by a semicolon or are not', () =>
    assert.deepEqual(foundIn('10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2; 10.1000/182;'), [
      '10.1175/1520-0469(1963)020<0130:DNF>2.0.CO;2 = doi 10.1175/1520-0469(1963)020<0130:dnf>2.0.co;2',
      '10.1000/182 = doi 10.1000/182',
    ]));
});
