import type { MapContent } from '../shared/messages';
import { type Filter, NO_FILTER } from './filter';
import { type Forest, forestOf } from './forest';
import { type Layout, layOut } from './layout';
import { type Link, linksOf } from './links';

/** What is shown, and where. It never changes: an edit, a fold or a filter makes another. */
export interface Scene {
  readonly forest: Forest;
  readonly layout: Layout;
  readonly links: readonly Link[];
}

export const EMPTY_SCENE: Scene = sceneOf({ notes: [], statements: [] }, new Set(), NO_FILTER, {
  boxOf: () => ({ height: 0 }),
});

export function sceneOf(
  content: MapContent,
  folded: ReadonlySet<string>,
  filter: Filter,
  writer: { boxOf(statement: MapContent['statements'][number]): { readonly height: number } },
): Scene {
  const forest = forestOf(content, folded, filter);
  const layout = layOut(forest, ({ statement }) => writer.boxOf(statement).height, content.notes);
  return { forest, layout, links: linksOf(forest, layout) };
}
