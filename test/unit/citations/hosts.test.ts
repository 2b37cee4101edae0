import assert from 'node:assert/strict';
import { unicodeHost } from '../../../server/src/citations/punycode';
import { foundIn, identified } from './shown';

/** The host of a URL is refused, whatever the path is, and in prose as well as alone. */
function refused(host: string, reason: string) {
  for (const path of ['', '/', '/abs/2107.03374', '/10.1000/182']) {
    const url = `https://${host}${path}`;
    assert.deepEqual(identified(url), [`! ${reason}`]);
    assert.deepEqual(foundIn(`See ${url}.`), [`${url} = ! ${reason}`]);
  }
}

describe('hosts that pretend', () => {
  it('refuses a known host in the place of the user name', () => {
    refused('arxiv.org@evil.example', 'what stands before the @ is a user name, the host is evil.example');
    refused('arxiv.org:x@y@evil.example:80', 'what stands before the @ is a user name, the host is evil.example');
  });

  it('refuses a known host at the beginning of a longer one', () => {
    refused('arxiv.org.evil.example', 'the host is arxiv.org.evil.example, not arxiv.org');
    refused('www.doi.org.evil.example', 'the host is www.doi.org.evil.example, not www.doi.org');
    refused('arxiv.org%2eevil.example', 'the host is arxiv.org.evil.example, not arxiv.org');
  });

  it('refuses letters of other alphabets, and their xn-- form', () => {
    refused('аrxiv.org', 'the host xn--rxiv-43d.org only looks like arxiv.org');
    refused('xn--rxiv-43d.org', 'the host xn--rxiv-43d.org only looks like arxiv.org');
    refused('www.dοi.org', 'the host www.xn--di-jbc.org only looks like www.doi.org');
    refused('árxiv.org', 'the host xn--rxiv-4na.org only looks like arxiv.org');
    refused('аrxiv.org.evil.example', 'the host is xn--rxiv-43d.org.evil.example, not arxiv.org');
  });

  it('refuses a known host written in other characters', () => {
    refused('ａｒｘｉｖ.org', 'the host looks like arxiv.org but is written in other characters');
    refused('arxi%76.org', 'the host looks like arxiv.org but is written in other characters');
  });

  it('refuses a known host with the full stops of other scripts', () => {
    for (const stop of ['\u3002', '\uff0e', '\uff61']) {
      refused(`arxiv${stop}org`, 'the host looks like arxiv.org but is written in other characters');
      refused(`www.doi${stop}org`, 'the host looks like www.doi.org but is written in other characters');
      refused(`аrxiv${stop}org`, 'the host looks like arxiv.org but is written in other characters');
    }
  });

  it('takes such a full stop behind a whole host for the end of a sentence', () => {
    for (const stop of ['\u3002', '\uff0e', '\uff61']) {
      assert.deepEqual(foundIn(`见https://arxiv.org${stop}这是`), ['https://arxiv.org = url https://arxiv.org/']);
      assert.deepEqual(foundIn(`https://arxiv.org/abs/2107.03374${stop}GPT`), [
        'https://arxiv.org/abs/2107.03374 = arxiv 2107.03374',
      ]);
    }
  });

  it('refuses a backslash that hides the host from some programs', () => {
    const reason = 'browsers take what stands before the backslash for the host, other programs for a user name';
    refused('arxiv.org\\@evil.example', reason);
    refused('evil.example\\x@arxiv.org', reason);
    assert.deepEqual(foundIn('"https://arxiv.org\\n me@example.org"'), ['https://arxiv.org = url https://arxiv.org/']);
  });

  it('knows the hosts of every kind', () => {
    for (const [host, known] of [
      ['аclanthology.org', 'aclanthology.org'],
      ['openreviеw.net', 'openreview.net'],
      ['openrevieԝ.net', 'openreview.net'],
      ['puьmed.ncbi.nlm.nih.gov', 'pubmed.ncbi.nlm.nih.gov'],
      ['papers.nıps.cc', 'papers.nips.cc'],
      ['proceedings.mlr.рress', 'proceedings.mlr.press'],
      ['www.semanticscholаr.org', 'www.semanticscholar.org'],
      ['www.lesswrong.соm', 'www.lesswrong.com'],
      ['forum.effectivealtruisм.org', 'forum.effectivealtruism.org'],
      ['www.ɑlphaxiv.org', 'www.alphaxiv.org'],
    ] as const) {
      refused(host, `the host ${new URL(`https://${host}`).hostname} only looks like ${known}`);
      refused(`${known}.evil.example`, `the host is ${known}.evil.example, not ${known}`);
      refused(`${known}@evil.example`, 'what stands before the @ is a user name, the host is evil.example');
      refused(known.replaceAll('.', '\uff0e'), `the host looks like ${known} but is written in other characters`);
    }
  });

  it('takes other hosts for what they are', () => {
    for (const host of ['notarxiv.org', 'evil-arxiv.org', 'arxiv.example', 'xn--bcher-kva.example', 'a.b.arxiv.org']) {
      const url = `https://${host}/abs/2107.03374`;
      assert.deepEqual(identified(url), [`url ${url}`]);
    }
    assert.deepEqual(identified('https://medium.com/@user/x'), ['url https://medium.com/@user/x']);
  });

  it('reads a known host in any case and with its usual port', () => {
    assert.deepEqual(identified('HTTPS://ARXIV.org:443/abs/2107.03374'), ['arxiv 2107.03374']);
    assert.deepEqual(identified('http://arxiv.org:80/abs/2107.03374'), ['arxiv 2107.03374']);
  });

  it('takes another port of a known host for another server', () => {
    for (const url of ['https://arxiv.org:8080/abs/2107.03374', 'https://doi.org:80/10.1000/182']) {
      assert.deepEqual(identified(url), [`url ${url}`]);
    }
    refused('аrxiv.org:8080', 'the host xn--rxiv-43d.org only looks like arxiv.org');
  });
});

describe('Punycode', () => {
  it('decodes what a URL encodes', () => {
    for (const host of [
      'bücher.example',
      'аrxiv.org',
      '北京.中国',
      'ñandú.пример',
      '😀.example',
      'ä-b-ü.example',
      'plain',
    ]) {
      assert.equal(unicodeHost(new URL(`https://${host}`).hostname), host);
    }
  });

  it('leaves what is not valid', () => {
    for (const host of ['xn--', 'xn--é', 'xn--99999999999', `xn--${'a'.repeat(100)}`]) {
      assert.equal(unicodeHost(host), host === 'xn--' ? '' : host);
    }
  });
});
