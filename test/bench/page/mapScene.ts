// Runs in the page that `mapBench.ts` measures: what stands between a content and its drawing.
import { BoxWriter } from '../../../client/src/map/drawing/boxes';
import { NO_FILTER } from '../../../client/src/map/drawing/filter';
import { sceneOf } from '../../../client/src/map/drawing/scene';
import { facesOf } from '../../../client/src/map/page/faces';
import type { MapContent } from '../../../client/src/map/shared/messages';
import type { Strings } from '../../../client/src/map/shared/strings';

/** Breaks the words of all boxes and lays them out, nothing being known of them. */
function layOut({ notes, statements }: MapContent, strings: Strings): void {
  const fresh = { notes, statements: statements.map((statement) => ({ ...statement })) };
  sceneOf(fresh, new Set(), NO_FILTER, new BoxWriter(facesOf(document.body), strings));
}

Object.assign(window, { layOut });
