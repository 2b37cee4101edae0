import { SIGN_RADIUS } from './geometry';
import type { Link } from './links';
import { classes, type Shape, shape } from './shape';
import { RELATION_SIGNS, signAt } from './signs';

/** A link: its line, the mark at its end, and the sign of what it does. */
export function drawLink(link: Link, isLit: boolean): Shape {
  const { path, relation, sign } = link;
  return shape(
    'g',
    { class: linkClasses(link, isLit) },
    shape('path', { class: 'line', d: path, 'marker-end': relation && `url(#end-${relation})` }),
    relation && shape('circle', { class: 'disc', cx: sign.x, cy: sign.y, r: SIGN_RADIUS }),
    relation && signAt(RELATION_SIGNS[relation], sign.x, sign.y, 9),
  );
}

export function linkClasses({ relation, force, isBranch }: Link, isLit: boolean): string {
  return classes(
    'link',
    relation ? `relation-${relation}` : 'relation-none',
    force !== 'in' && `force-${force}`,
    isBranch ? 'branch' : 'arc',
    isLit && 'lit',
  );
}

/** Names a link among all that are shown. */
export function linkKey({ from, to, isBranch }: Link): string {
  return `${isBranch ? '' : '~'}${from}>${to}`;
}
