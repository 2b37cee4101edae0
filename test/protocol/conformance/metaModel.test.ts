import assert from 'node:assert/strict';
import { MetaModel, type Model, type Type } from './metaModel';

const reference = (name: string): Type => ({ kind: 'reference', name });
const base = (name: string): Type => ({ kind: 'base', name });

/** A model of three methods, written for these tests in the form of the protocol's. */
const MODEL: Model = {
  metaData: { version: '0' },
  requests: [
    {
      method: 'a/ask',
      messageDirection: 'clientToServer',
      params: reference('AskParams'),
      result: { kind: 'or', items: [{ kind: 'array', element: reference('Answer') }, base('null')] },
      partialResult: { kind: 'array', element: reference('Answer') },
      errorData: { kind: 'literal', value: { properties: [{ name: 'again', type: base('boolean') }] } },
    },
  ],
  notifications: [
    {
      method: 'a/tell',
      messageDirection: 'serverToClient',
      params: { kind: 'map', key: base('string'), value: base('uinteger') },
    },
    { method: 'a/nothing', messageDirection: 'both' },
  ],
  structures: [
    { name: 'Base', properties: [{ name: 'uri', type: base('DocumentUri') }] },
    {
      name: 'AskParams',
      extends: [reference('Base')],
      properties: [{ name: 'of', type: reference('Kind'), optional: true }],
    },
    {
      name: 'Answer',
      properties: [
        { name: 'kind', type: { kind: 'stringLiteral', value: 'answer' } },
        { name: 'pair', type: { kind: 'tuple', items: [base('integer'), base('integer')] } },
        { name: 'data', type: reference('LSPAny'), optional: true },
      ],
    },
  ],
  enumerations: [{ name: 'Kind', type: base('uinteger'), values: [{ value: 1 }, { value: 2 }] }],
  typeAliases: [],
};

describe('the check against a meta model', () => {
  const model = new MetaModel(MODEL);
  const answer = { kind: 'answer', pair: [1, -2], data: { any: ['thing'] } };

  it('has nothing to say of what fits', () => {
    assert.equal(model.request('a/ask', { uri: 'file:///a', of: 2 }, 'client'), null);
    assert.equal(model.request('a/ask', { uri: 'untitled:a' }, 'client'), null);
    assert.equal(model.result('a/ask', [answer]), null);
    assert.equal(model.result('a/ask', null), null);
    assert.equal(model.partialResult('a/ask', [answer, answer]), null);
    assert.equal(model.errorData('a/ask', { again: true }), null);
    assert.equal(model.notification('a/tell', { x: 1 }, 'server'), null);
    assert.equal(model.notification('a/nothing', undefined, 'client'), null);
  });

  it('names the place and what is wrong there', () => {
    const ask = (params: unknown) => model.request('a/ask', params, 'client');
    assert.equal(ask({ of: 1 }), 'params.uri is missing');
    assert.equal(ask({ uri: 'no uri' }), 'params.uri: "no uri" is no DocumentUri');
    assert.equal(ask({ uri: 'a:b', of: 3 }), 'params.of: 3 is no Kind');
    assert.equal(ask({ uri: 'a:b', off: 1 }), 'params.off is no property there');
    assert.equal(ask([]), 'params: [] is no object');
    assert.equal(
      model.result('a/ask', [answer, { ...answer, pair: [1, 0.5] }]),
      'result[1].pair[1]: 0.5 is no integer',
    );
    assert.equal(model.result('a/ask', [{ ...answer, kind: 'other' }]), 'result[0].kind: "other" is not answer');
    assert.equal(model.errorData('a/ask', {}), 'error.data.again is missing');
    assert.equal(model.notification('a/tell', { x: -1 }, 'server'), 'params.x: -1 is no uinteger');
  });

  it('knows who sends what', () => {
    assert.equal(model.request('a/ask', { uri: 'a:b' }, 'server'), 'a/ask is not sent by the server');
    assert.equal(model.notification('a/other', {}, 'client'), 'a/other is no method of the protocol');
    assert.equal(model.notification('a/nothing', {}, 'client'), 'a/nothing has no parameters');
  });
});
