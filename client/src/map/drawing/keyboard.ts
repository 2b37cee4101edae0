import type { Forest, Tree } from './forest';

/** What a key does in the map. */
export type Action =
  | { readonly type: 'focus'; readonly key: string }
  | { readonly type: 'fold' | 'unfold' | 'unfoldSiblings' | 'goTo'; readonly key: string }
  | { readonly type: 'typed'; readonly letter: string }
  | { readonly type: 'pan'; readonly x: number; readonly y: number }
  | { readonly type: 'zoomIn' | 'zoomOut' | 'fit' | 'search' | 'leave' };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Of these two, any leaves the key to the editor. */
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Pixels that the map is moved by. */
const STEP = 80;

const PANS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};

const PLAIN: Readonly<Record<string, Action>> = {
  '+': { type: 'zoomIn' },
  '=': { type: 'zoomIn' },
  '-': { type: 'zoomOut' },
  '0': { type: 'fit' },
  '/': { type: 'search' },
  Escape: { type: 'leave' },
};

/**
 * What a key does, by the tree pattern of the ARIA Authoring Practices Guide,
 * https://www.w3.org/WAI/ARIA/apg/patterns/treeview/; null for a key that means nothing here.
 * @param focus key of the statement that has the focus
 */
export function actionOf(press: KeyPress, focus: string | null, forest: Forest): Action | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  const pan = PANS[press.key];
  if (press.shiftKey && pan) return { type: 'pan', ...pan };
  const plain = PLAIN[press.key];
  if (plain) return plain;
  const tree = focus === null ? undefined : forest.trees.get(focus);
  return tree ? treeAction(press.key, tree, forest) : null;
}

function treeAction(key: string, tree: Tree, forest: Forest): Action | null {
  const own = tree.statement.key;
  switch (key) {
    case 'ArrowRight':
      return tree.hidden > 0 ? { type: 'unfold', key: own } : focusOn(tree.children[0]);
    case 'ArrowLeft':
      return tree.children.length > 0 ? { type: 'fold', key: own } : focusOn(tree.parent);
    case 'ArrowDown':
      return focusOn(neighbour(forest, own, 1));
    case 'ArrowUp':
      return focusOn(neighbour(forest, own, -1));
    case 'Home':
      return focusOn(forest.roots[0]);
    case 'End':
      return focusOn([...forest.trees.values()].at(-1));
    case ' ':
      return tree.hasChildren ? { type: tree.hidden > 0 ? 'unfold' : 'fold', key: own } : null;
    case '*':
      return { type: 'unfoldSiblings', key: own };
    case 'Enter':
      return { type: 'goTo', key: own };
    default:
      // Other keys have names of several letters.
      return [...key].length === 1 ? { type: 'typed', letter: key } : null;
  }
}

function neighbour({ trees }: Forest, key: string, step: number): Tree | undefined {
  const keys = [...trees.keys()];
  return trees.get(keys[keys.indexOf(key) + step] ?? '');
}

function focusOn(tree: Tree | null | undefined): Action | null {
  return tree ? { type: 'focus', key: tree.statement.key } : null;
}
