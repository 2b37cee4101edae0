import { drawLink } from '../drawing/drawLink';
import { shape } from '../drawing/shape';
import type { Relation } from '../shared/messages';
import type { Strings } from '../shared/strings';
import { htmlElement, svgElement } from './elements';

/** What the lines mean, for those who ask. The marks at their ends are those of the map. */
export function legend(strings: Strings): HTMLElement {
  const relations = Object.entries(strings.relations) as [Relation, string][];
  const lines = relations.map(([relation, name]) => htmlElement('li', {}, sample(relation), name));
  return htmlElement(
    'details',
    { class: 'legend' },
    htmlElement('summary', {}, strings.legend),
    htmlElement('ul', {}, ...lines),
  );
}

function sample(relation: Relation): SVGElement {
  const place = { from: '', to: '', left: 0, top: 0, right: 0, bottom: 0 };
  const line = { ...place, path: 'M66 10H14', sign: { x: 52, y: 10 }, relation, force: 'in', isBranch: true } as const;
  return svgElement(
    shape(
      'svg',
      { class: 'drawing', width: 70, height: 20, 'aria-hidden': 'true', focusable: 'false' },
      drawLink(line, false),
    ),
  );
}
