import { referenceTo } from '../../workspace/newId';
import type { Refactoring } from './refactoring';
import { statementAt } from './statementAt';
import { isAsExpected } from './trial';

const KIND = 'refactor.rewrite.id';

/** Gives the statement an id, made of its words, where it has none. */
export const giveId: Refactoring = {
  kind: KIND,
  offers: (place) => {
    const point = statementAt(place);
    const named = point && referenceTo(place.note, point);
    if (!named || named.edits.length === 0) return [];
    const { id, edits } = named;
    if (!isAsExpected(place.note, edits, { facts: new Map([[point.index, { id }]]) })) return [];
    return [{ title: `Give the ${point.statement.keyword} the id '#${id}'`, kind: KIND, edits }];
  },
};
