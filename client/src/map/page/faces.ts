import type { Faces } from '../drawing/boxes';
import { type Measure, remembered } from '../drawing/wrap';

/** Measures texts as they are drawn, without laying out a document. */
export function facesOf(element: Element): Faces {
  const family = getComputedStyle(element).fontFamily || 'sans-serif';
  return { text: measureIn(`13px ${family}`), header: measureIn(`600 11px ${family}`) };
}

function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('There is no canvas to measure texts with.');
  context.font = font;
  context.textRendering = 'geometricPrecision';
  return remembered((text) => context.measureText(text).width);
}
