import type { Kind, Label, Relation } from '../shared/messages';
import { type Shape, shape } from './shape';

/** Drawn in a square of 12 units with a pen. Kinds, labels and relations are told apart by them, not by colour alone. */
const CROSS = 'M2.5 2.5l7 7M9.5 2.5l-7 7';
const PLUS = 'M6 1.8v8.4M1.8 6h8.4';
const CHECK = 'M1.8 6.6l2.9 2.9 5.5-7';
const CUT = 'M.8 6h3.4M7.8 6h3.4M4.6 9.8l2.8-7.6';
const ASK = 'M3.4 4.1a2.6 2.6 0 1 1 3.9 2.2C6.4 6.8 6 7.2 6 8M6 10.1v.5';
const BUBBLE = 'M1 1.8h10v6.4H5.6L3 10.8V8.2H1z';

export const KIND_SIGNS: Readonly<Record<Kind, string>> = {
  claim: BUBBLE,
  answer: `${BUBBLE}M3.4 5h5.2`,
  support: PLUS,
  rebuttal: CROSS,
  undercut: CUT,
  question: ASK,
  concession: CHECK,
  cite: 'M2 1.4h8v7.4H3.4A1.4 1.4 0 0 0 2 10.2zM2 10.2a.9.9 0 0 0 .9.9H10V8.8',
};

export const LABEL_SIGNS: Readonly<Record<Label, string>> = {
  stands: CHECK,
  rebutted: CROSS,
  unfounded: 'M6 1.4a4.6 4.6 0 1 0 .01 0M2.8 9.2l6.4-6.4',
  contested: 'M1 4h9.4L8 1.6M11 8H1.6L4 10.4',
};

export const RELATION_SIGNS: Readonly<Record<Relation, string>> = {
  supports: PLUS,
  rebuts: CROSS,
  undercuts: CUT,
  asks: ASK,
  answers: BUBBLE,
  concedes: CHECK,
};

/** What the end of a link looks like, in a square of 10 units; it points to the right, to the square's edge. */
const ENDS: Readonly<Record<Relation, Shape>> = {
  supports: shape('path', { d: 'M1 1l8 4-8 4z', class: 'end-full' }),
  rebuts: shape('path', { d: 'M8.6 .6v8.8M0 5h8', class: 'end-open' }),
  undercuts: shape('path', { d: 'M.8 5l4-3.4 4 3.4-4 3.4z', class: 'end-hollow' }),
  asks: shape('path', { d: 'M2 1l6.6 4L2 9', class: 'end-open' }),
  answers: shape('circle', { cx: 5.4, cy: 5, r: 3.4, class: 'end-full' }),
  concedes: shape('circle', { cx: 5.4, cy: 5, r: 3.2, class: 'end-hollow' }),
};

/** The ends of links, to be referred to as `url(#end-…)`. */
export function linkEnds(): Shape {
  const markers = Object.entries(ENDS).map(([relation, end]) =>
    shape(
      'marker',
      {
        id: `end-${relation}`,
        class: `relation-${relation}`,
        viewBox: '0 0 10 10',
        // The end of a link is as far from the box as the mark is long.
        refX: 0.6,
        refY: 5,
        markerWidth: 10,
        markerHeight: 10,
        markerUnits: 'userSpaceOnUse',
        orient: 'auto',
      },
      end,
    ),
  );
  return shape('defs', {}, ...markers);
}

/** A sign at some place: its middle. */
export function signAt(path: string, x: number, y: number, size = 12): Shape {
  const scale = size / 12;
  const move = `translate(${round(x - size / 2)} ${round(y - size / 2)})`;
  return shape('path', { class: 'sign', d: path, transform: scale === 1 ? move : `${move} scale(${round(scale)})` });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
