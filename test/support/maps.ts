import * as fc from 'fast-check';
import { BoxWriter } from '../../client/src/map/drawing/boxes';
import { type Filter, NO_FILTER } from '../../client/src/map/drawing/filter';
import { type Scene, sceneOf } from '../../client/src/map/drawing/scene';
import { contentOf } from '../../client/src/map/shared/content';
import type { MapContent } from '../../client/src/map/shared/messages';
import type { Strings } from '../../client/src/map/shared/strings';
import { serviceWith, uriOf, type Workspace } from './notes';

/** What the map shows of some notes that refer to each other: of the first, and all that it is tied to. */
export function mapContent(notes: string | Workspace, before: MapContent | null = null): MapContent {
  const workspace = typeof notes === 'string' ? { note: notes } : notes;
  const service = serviceWith(Object.entries(workspace).map(([name, text]) => [uriOf(name), text]));
  const answer = service.argumentMap(uriOf(Object.keys(workspace)[0] as string), true);
  return contentOf(answer ?? { notes: [], statements: [] }, before);
}

/** In a face whose letters are all 7 wide. */
export const measure = (text: string) => 7 * [...text].length;

export const STRINGS: Strings = {
  kinds: {
    claim: 'Claim',
    support: 'Support',
    rebuttal: 'Rebuttal',
    undercut: 'Undercut',
    question: 'Question',
    answer: 'Answer',
    concession: 'Concession',
    cite: 'Citation',
  },
  labels: { stands: 'stands', rebutted: 'rebutted', unfounded: 'unfounded', contested: 'contested' },
  relations: {
    supports: 'supports',
    rebuts: 'rebuts',
    undercuts: 'undercuts',
    asks: 'asks',
    answers: 'answers',
    concedes: 'concedes',
  },
  map: 'Map',
  tools: 'Tools',
  search: 'Search',
  searchHint: 'Search',
  found: '{0} of {1}',
  foundNothing: 'Nothing',
  speaker: 'Speaker',
  anySpeaker: 'All',
  nobody: 'Nobody',
  label: 'Label',
  anyLabel: 'All',
  zoomIn: 'In',
  zoomOut: 'Out',
  fit: 'Fit',
  foldAll: 'Fold',
  unfoldAll: 'Unfold',
  withTied: 'Tied',
  exportSvg: 'SVG',
  exportPng: 'PNG',
  minimap: 'Overview',
  by: '{0} by {1}',
  folded: '{0} folded away',
  nothingYet: '{0}: nothing yet',
  noStatements: 'No statements',
  noMatches: 'No matches',
  zoomed: '{0} %',
  legend: 'Legend',
};

export function boxWriter(): BoxWriter {
  return new BoxWriter({ text: measure, header: measure }, STRINGS);
}

/** What is shown of a content, and where. */
export function scene(content: MapContent, folded: Iterable<string> = [], filter: Filter = NO_FILTER): Scene {
  return sceneOf(content, new Set(folded), filter, boxWriter());
}

/** The key of the statement with these words. */
export function keyOf({ statements }: MapContent, words: string): string {
  const found = statements.find(({ text }) => text === words);
  if (!found) throw new Error(`Nobody says ${words}.`);
  return found.key;
}

/** The words of the statement with a key. */
export function wordsOf({ statements }: MapContent, key: string | null): string | null {
  return statements.find((statement) => statement.key === key)?.text ?? null;
}

const line = fc
  .tuple(
    fc.constantFrom('', '', '  ', '    ', '      '),
    fc.constantFrom('claim', 'support', 'rebuttal', 'undercut', 'question', 'answer', 'concession', 'cite'),
    fc.constantFrom('', '', '', ' #a', ' #b', ' #c', ' (Ada)', ' (Bo)'),
    fc.constantFrom('', '', '', ' -> #a', ' -> #b, #c', ' -> #nowhere'),
    fc.constantFrom('short', 'short', '', 'a long text of many words that runs over several lines '.repeat(3)),
  )
  .map(([indentation, keyword, attribute, target, text]) => `${indentation}${keyword}${attribute}${target}: ${text}`);

/** Notes whose every statement says something of its own, for the properties of the map. */
export const debates: fc.Arbitrary<string> = fc
  .array(fc.oneof({ arbitrary: line, weight: 9 }, { arbitrary: fc.constant('# Section'), weight: 1 }), {
    maxLength: 25,
  })
  .map((lines) => lines.map((text, i) => (text.startsWith('#') ? text : `${text} ${i}`)).join('\n'));
