import { type DataTransfer, DataTransferItem, type TreeDragAndDropController } from 'vscode';
import type { Row } from './argumentRows';

/** What the editor calls rows of the argument view while they are dragged. */
export const DRAGGED = 'application/vnd.code.tree.debatenotes.argument';

/** Rows that are let go over another (undefined: below all of them). */
export interface Drop {
  readonly keys: readonly string[];
  readonly target: Row | undefined;
}

/** Dragging statements onto what they are to stand under. Only says what was dropped where: others move it. */
export class BranchDrag implements TreeDragAndDropController<Row> {
  readonly dragMimeTypes: readonly string[] = [];
  readonly dropMimeTypes = [DRAGGED];
  private dropped: (drop: Drop) => Promise<void> = async () => undefined;

  /** Sets what is done with what is dropped. */
  onDrop(act: (drop: Drop) => Promise<void>): void {
    this.dropped = act;
  }

  handleDrag(rows: readonly Row[], transfer: DataTransfer): void {
    // A link stands for a statement that hangs elsewhere, and headings stay with their section.
    const keys = rows.filter(({ node }) => node.type === 'statement').map(({ key }) => key);
    if (keys.length > 0) transfer.set(DRAGGED, new DataTransferItem(JSON.stringify(keys)));
  }

  async handleDrop(target: Row | undefined, transfer: DataTransfer): Promise<void> {
    const keys = readKeys(await transfer.get(DRAGGED)?.asString());
    if (keys.length === 0) return;
    await this.dropped({ keys, target });
  }
}

function readKeys(text: string | undefined): string[] {
  try {
    const keys: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
  } catch {
    // Something else was dragged under the same name.
    return [];
  }
}
