import {
  type CancellationToken,
  type Disposable,
  EventEmitter,
  MarkdownString,
  Range,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';
import type { ArgumentAnswer, ArgumentNodeAnswer } from '../../../server/src/protocol/messages';
import { ArgumentRows, type Row } from './argumentRows';
import { type Look, rowItem } from './rowItem';
import type { ViewOptions } from './viewState';

/** Larger trees begin folded: nobody reads them from top to bottom. */
const LARGE = 300;

/** The rows of the argument view as the editor asks for them: level by level, and tooltips one by one. */
export class ArgumentTree implements TreeDataProvider<Row>, Disposable {
  private readonly changed = new EventEmitter<Row[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  readonly rows = new ArgumentRows();
  private options: ViewOptions = { scope: 'note', grouping: 'argument', sort: 'position', follows: true };
  private isFiltered = false;
  private count = 0;
  /** Counts how often everything was opened at once. */
  private openings = 0;
  private isAllOpen = false;

  /** @param details where a row leads and what is known of it */
  constructor(private readonly details: (row: Row) => Promise<ArgumentNodeAnswer | null>) {}

  /** Shows what the server has answered; only rows that are others are drawn anew. */
  show(answer: ArgumentAnswer, options: ViewOptions, isFiltered: boolean): void {
    const isOtherLook = this.spaceOf(options, isFiltered) !== this.spaceOf(this.options, this.isFiltered);
    if (isOtherLook) this.isAllOpen = false;
    this.options = options;
    this.isFiltered = isFiltered;
    this.count = answer.found;
    const stale = this.rows.apply(answer);
    if (stale === 'all' || isOtherLook) this.changed.fire(undefined);
    else if (stale.length > 0) this.changed.fire([...stale]);
  }

  /** Shows nothing. */
  clear(): void {
    this.rows.clear();
    this.changed.fire(undefined);
  }

  /** Opens every row. The editor can only be told so of rows that it does not know: so they all get other ids. */
  expandAll(): void {
    this.openings++;
    this.isAllOpen = true;
    this.changed.fire(undefined);
  }

  getChildren(row?: Row): Row[] {
    return [...(row ? row.children : this.rows.roots)];
  }

  getParent(row: Row): Row | undefined {
    return row.parent;
  }

  getTreeItem(row: Row): TreeItem {
    return rowItem(row, this.look());
  }

  async resolveTreeItem(item: TreeItem, row: Row, token: CancellationToken): Promise<TreeItem> {
    const details = await this.details(row);
    if (details?.about && !token.isCancellationRequested) item.tooltip = new MarkdownString(details.about);
    return item;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private look(): Look {
    return {
      ...this.options,
      space: this.spaceOf(this.options, this.isFiltered),
      isExpanded: (row) => this.isExpanded(row),
    };
  }

  private isExpanded(row: Row): boolean {
    if (this.isAllOpen || this.isFiltered || this.count <= LARGE) return true;
    return row.parent === undefined && row.node.type === 'section';
  }

  /** What was open in one way to look at the argument is so again when one comes back to it. */
  private spaceOf({ scope, grouping }: ViewOptions, isFiltered: boolean): string {
    return [scope, grouping, isFiltered ? 'filtered' : 'whole', this.openings].join('/');
  }
}

/** A range as the server writes it, for the editor. */
export function toRange({ start, end }: ArgumentNodeAnswer['range']): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
