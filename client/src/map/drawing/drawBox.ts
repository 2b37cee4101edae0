import type { BoxText } from './boxes';
import { BOX_WIDTH, contains, HEADER_HEIGHT, LINE_HEIGHT, PADDING, type Point, type Rectangle } from './geometry';
import type { Band, Layout, Placed } from './layout';
import { classes, type Shape, shape } from './shape';
import { KIND_SIGNS, LABEL_SIGNS, signAt } from './signs';

/** What is said of a box besides what it holds. */
export interface BoxMarks {
  /** It lies on the way that is lit. */
  readonly isLit: boolean;
  /** The cursor of the note is in it. */
  readonly isCurrent: boolean;
  /** It holds what is searched for. */
  readonly isFound: boolean;
  /** It is the result that the search has come to. */
  readonly isAtResult: boolean;
}

export const NO_MARKS: BoxMarks = { isLit: false, isCurrent: false, isFound: false, isAtResult: false };

/** Of the button that folds a branch: its middle, seen from the box. */
const FOLD_X = BOX_WIDTH - 28;
const FOLD_HEIGHT = 18;

/** The box whose button to fold its branch is at a point of the map. Cost: the boxes. */
export function foldButtonAt({ boxes }: Layout, point: Point): Placed | null {
  for (const placed of boxes.values())
    if (placed.tree.hasChildren && contains(foldButton(placed), point)) return placed;
  return null;
}

/** Where on the map the button that folds a branch is. */
function foldButton(placed: Placed): Rectangle {
  const width = foldWidth(foldText(placed));
  return {
    x: placed.x + FOLD_X - width / 2,
    y: placed.y + placed.height - FOLD_HEIGHT / 2,
    width,
    height: FOLD_HEIGHT,
  };
}

/**
 * The inside of a box, seen from its left upper corner.
 * @param isStill whether nothing can be clicked: then only those buttons are there that say how much is folded away
 */
export function drawBox(placed: Placed, text: BoxText, isStill = false): Shape[] {
  const { statement } = placed.tree;
  const { width, height } = placed;
  return [
    shape('rect', { class: 'frame', width, height, rx: 5 }),
    shape('path', { class: 'stripe', d: `M5 .5H4.5a4 4 0 0 0-4 4v${height - 9}a4 4 0 0 0 4 4H5z` }),
    signAt(KIND_SIGNS[statement.kind], PADDING + 6, PADDING + 5),
    shape('text', { class: 'header', x: PADDING + 18, y: PADDING + 9 }, text.header),
    ...drawLabel(placed, text),
    ...drawLines(text),
    ...(isStill && placed.tree.hidden === 0 ? [] : drawFold(placed)),
  ];
}

/** The classes of a box. */
export function boxClasses({ tree }: Placed, marks: BoxMarks): string {
  const { kind, label, text } = tree.statement;
  return classes(
    'box',
    `kind-${kind}`,
    label && `label-${label}`,
    !text && 'empty',
    tree.isOnTheWay && 'on-the-way',
    marks.isLit && 'lit',
    marks.isCurrent && 'current',
    marks.isFound && 'found',
    marks.isAtResult && 'at-result',
  );
}

function drawLabel({ tree: { statement }, width }: Placed, { label, labelWidth }: BoxText): Shape[] {
  if (statement.label === null) return [];
  const [right, left] = [width - PADDING + 4, width - PADDING - labelWidth - 22];
  return [
    shape(
      'g',
      { class: 'label' },
      shape('rect', { x: left, y: PADDING - 5, width: right - left, height: HEADER_HEIGHT + 1, rx: 9.5 }),
      signAt(LABEL_SIGNS[statement.label], left + 12, PADDING + 4.5, 9),
      shape('text', { class: 'header', x: left + 21, y: PADDING + 9 }, label),
    ),
  ];
}

function drawLines({ lines, isRightToLeft, width }: BoxText): Shape[] {
  const x = isRightToLeft ? width - PADDING : PADDING;
  const first = PADDING + HEADER_HEIGHT + 13;
  const drawn = lines.map((line, i) => shape('tspan', { x, y: first + i * LINE_HEIGHT }, line));
  return [shape('text', { class: 'words', direction: isRightToLeft && 'rtl' }, ...drawn)];
}

function drawFold(placed: Placed): Shape[] {
  if (!placed.tree.hasChildren) return [];
  const text = foldText(placed);
  const width = foldWidth(text);
  const y = placed.height - FOLD_HEIGHT / 2;
  return [
    shape(
      'g',
      { class: classes('fold', placed.tree.hidden > 0 && 'folded') },
      shape('rect', { x: FOLD_X - width / 2, y, width, height: FOLD_HEIGHT, rx: FOLD_HEIGHT / 2 }),
      shape('text', { class: 'header', x: FOLD_X, y: y + 13, 'text-anchor': 'middle' }, text),
    ),
  ];
}

function foldText({ tree: { hidden } }: Placed): string {
  return hidden > 0 ? `+${hidden}` : '−';
}

function foldWidth(text: string): number {
  return 12 + 8 * text.length;
}

export function drawBand({ x, y, title, isNote }: Band): Shape {
  return shape('text', { class: isNote ? 'band note' : 'band', x, y: y + 22 }, title);
}
