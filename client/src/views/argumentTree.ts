import {
  type Disposable,
  EventEmitter,
  type Position,
  Range,
  type TreeDataProvider,
  type TreeItem,
  type Uri,
} from 'vscode';
import type { ArgumentStatement } from '../../../server/src/protocol/messages';
import { statementItem } from './statementItem';

/** A statement in the argument view. It stays the same object while its note is edited, so that the view keeps what is open. */
export interface StatementNode {
  readonly note: Uri;
  readonly statement: ArgumentStatement;
  readonly parent: StatementNode | undefined;
  readonly children: readonly StatementNode[];
}

type Changeable = { -readonly [Property in keyof StatementNode]: StatementNode[Property] } & {
  children: StatementNode[];
};

/** The argument of one note as the tree that the view shows. */
export class ArgumentTree implements TreeDataProvider<StatementNode>, Disposable {
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private note: Uri | undefined;
  /** By key, in the order of the tree: parents before children. */
  private nodes = new Map<string, Changeable>();
  private shown = '';

  /** Shows the statements of a note; the view is redrawn only when something it shows is different. */
  show(note: Uri, statements: readonly ArgumentStatement[]): void {
    const known = this.note?.toString() === note.toString() ? this.nodes : new Map<string, Changeable>();
    const nodes: Changeable[] = [];
    for (const statement of statements) {
      const parent = statement.parent === null ? undefined : nodes[statement.parent];
      const node = known.get(statement.key) ?? { note, statement, parent, children: [] };
      Object.assign(node, { statement, parent, children: [] });
      parent?.children.push(node);
      nodes.push(node);
    }
    this.note = note;
    this.nodes = new Map(nodes.map((node) => [node.statement.key, node]));
    this.redrawIfDifferent();
  }

  /** Shows nothing. */
  clear(): void {
    this.note = undefined;
    this.nodes.clear();
    this.redrawIfDifferent();
  }

  getChildren(node?: StatementNode): StatementNode[] {
    return node ? [...node.children] : [...this.nodes.values()].filter(({ parent }) => parent === undefined);
  }

  getParent(node: StatementNode): StatementNode | undefined {
    return node.parent;
  }

  getTreeItem(node: StatementNode): TreeItem {
    return statementItem(node);
  }

  /** The statement of the shown note that a position is in. */
  nodeAt(position: Position): StatementNode | undefined {
    return [...this.nodes.values()].find(({ statement: { range } }) => {
      return range.start.line <= position.line && position.line <= range.end.line;
    });
  }

  dispose(): void {
    this.changed.dispose();
  }

  private redrawIfDifferent(): void {
    const visible = [...this.nodes.values()].map(({ statement }) => ({ ...statement, range: 0, selectionRange: 0 }));
    const shown = JSON.stringify([this.note?.toString(), visible]);
    if (shown === this.shown) return;
    this.shown = shown;
    this.changed.fire(undefined);
  }
}

/** A range as the server writes it, for the editor. */
export function toRange({ start, end }: ArgumentStatement['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
