import { type BuiltTree, buildTree, type TreeOptions } from '../../server/src/features/argumentTree/buildTree';
import { KeyMemory } from '../../server/src/features/argumentTree/keyMemory';
import { NoteTrees } from '../../server/src/features/argumentTree/noteTrees';
import { Linter } from '../../server/src/features/linter';
import { Notes } from '../../server/src/workspace/notes';
import { uriOf, type Workspace } from './notes';

/** The rows for some notes; the first is the one shown. */
export function rowsOf(workspace: Workspace, options: Partial<TreeOptions> = {}): BuiltTree {
  const notes = new Notes();
  const linter = new Linter(notes);
  for (const [name, text] of Object.entries(workspace)) notes.set(uriOf(name), text);
  const [first = ''] = Object.keys(workspace);
  const all: TreeOptions = { note: uriOf(first), isAll: false, grouping: 'argument', sort: 'position', filter: '' };
  return buildTree(notes, { ...all, ...options }, new KeyMemory(), new NoteTrees(notes, linter));
}

/** The rows as lines, each under the one it is under: what it is, in brackets whether it stands and is open, and its words. */
export function shownRows({ entries, roots }: Pick<BuiltTree, 'entries' | 'roots'>): string[] {
  const lines: string[] = [];
  const show = (key: string, depth: number) => {
    const entry = entries.get(key);
    if (!entry) throw new Error(`There is no row ${key}.`);
    const { type, kind, id, speaker, text, label, open, repliesTo, line, size } = entry.node;
    const name = [
      type === 'statement' ? '' : type,
      kind,
      id && `#${id}`,
      speaker && type !== 'speaker' && `(${speaker})`,
    ];
    const state = [label === 'stands' ? '' : label, open].filter((part) => part).join(', ');
    const parts = [
      name.filter((part) => part).join(' '),
      state && `[${state}]`,
      size > 0 && `×${size}`,
      text && `“${text}”`,
      repliesTo && `→ ${repliesTo}`,
      line && `line ${line}`,
    ];
    lines.push('  '.repeat(depth) + parts.filter((part) => part).join(' '));
    for (const child of entry.children) show(child, depth + 1);
  };
  for (const root of roots) show(root, 0);
  return lines;
}
