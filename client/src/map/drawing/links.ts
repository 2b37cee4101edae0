import type { Force, Relation } from '../shared/messages';
import { arcPath, type Drawn, elbowPath, undercutPath } from './curves';
import type { Forest } from './forest';
import { type Point, SIGN_DISTANCE } from './geometry';
import type { Layout, Placed } from './layout';

/** A link between two boxes, drawn. */
export interface Link extends Drawn {
  /** Keys of the boxes at its ends: of the nearest shown ones, where statements are folded away. */
  readonly from: string;
  readonly to: string;
  readonly relation: Relation | null;
  readonly force: Force;
  /** Whether it is a branch of the tree; others are arcs across. */
  readonly isBranch: boolean;
}

/** The most that the ends of two links at one box are apart. */
const PORT_GAP = 9;

/** All links of what is shown. Cost: linear in the links. */
export function linksOf(forest: Forest, { boxes }: Layout): Link[] {
  const links: Link[] = [];
  const seen = new Set<string>();
  for (const box of boxes.values()) {
    const { statement, parent } = box.tree;
    for (const { to, relation, force } of statement.links) {
      const isBranch = to === statement.parent;
      const shown = forest.shownFor(to);
      const target = shown === null ? undefined : boxes.get(shown);
      if (!target || target === box || (isBranch && !parent)) continue;
      const ends = { from: statement.key, to: target.tree.statement.key, relation, force, isBranch };
      const name = `${ends.from} ${ends.to}`;
      if (!isBranch && seen.has(name)) continue;
      seen.add(name);
      // What hits a link that is folded away with its box hits the box that stands for it.
      const hitsLink = relation === 'undercuts' && shown === to;
      links.push({ ...ends, ...(isBranch ? branch(box, target, hitsLink) : arc(box, target, hitsLink)) });
    }
  }
  return [...links, ...hiddenLinks(forest, boxes, seen)];
}

/** A branch that does nothing by itself, such as a claim under a claim, is drawn as well: it is why it stands there. */
function branch(box: Placed, target: Placed, hitsLink: boolean): Drawn {
  if (hitsLink && target.tree.parent) return undercutPath(leftOf(box), target, signOf(target));
  return elbowPath(leftOf(box), portOf(box.tree.place, box.tree.siblings, target));
}

function arc(box: Placed, target: Placed, hitsLink: boolean): Drawn {
  const from = { x: box.x + box.width, y: box.y + 14 };
  if (hitsLink && target.tree.parent) return arcPath(from, signOf(target), true);
  return arcPath(from, { x: target.x + target.width, y: target.y + target.height - 14 }, false);
}

/** Links of statements that are folded away to boxes elsewhere, each once: drawn from the box that stands for them. */
function hiddenLinks(forest: Forest, boxes: Layout['boxes'], seen: Set<string>): Link[] {
  const links: Link[] = [];
  for (const { statement, standIn } of forest.hidden) {
    const box = boxes.get(standIn);
    for (const { to, relation, force } of statement.links) {
      const shown = forest.shownFor(to);
      const target = shown === null ? undefined : boxes.get(shown);
      if (!box || !target || target === box || to === statement.parent || seen.has(`${standIn} ${shown}`)) continue;
      seen.add(`${standIn} ${shown}`);
      const ends = { from: standIn, to: shown as string, relation, force, isBranch: false };
      links.push({ ...ends, ...arc(box, target, false) });
    }
  }
  return links;
}

function leftOf({ x, y, height }: Placed): Point {
  return { x, y: y + height / 2 };
}

/** Where the sign of a box's own link is. */
function signOf(box: Placed): Point {
  const { x, y } = leftOf(box);
  return { x: x - SIGN_DISTANCE, y };
}

/** Where one of several links ends at the right edge of a box. */
function portOf(place: number, siblings: number, { x, y, width, height }: Placed): Point {
  const gap = Math.min(PORT_GAP, (height - 24) / Math.max(1, siblings - 1));
  return { x: x + width, y: y + height / 2 + (place - (siblings + 1) / 2) * gap };
}
