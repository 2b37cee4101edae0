import { commands, type Memento } from 'vscode';
import type { ArgumentParams } from '../../../server/src/protocol/messages';

/** How somebody wants the argument shown. */
export interface ViewOptions {
  readonly scope: NonNullable<ArgumentParams['scope']>;
  readonly grouping: NonNullable<ArgumentParams['grouping']>;
  readonly sort: NonNullable<ArgumentParams['sort']>;
  /** Whether the row of the statement under the cursor is selected. */
  readonly follows: boolean;
}

const AT_FIRST: ViewOptions = { scope: 'note', grouping: 'argument', sort: 'position', follows: true };
const KEY = 'debateNotes.argumentView';

/** What has been chosen, remembered for the workspace, and told to the menus. */
export class ViewState {
  private options: ViewOptions;

  constructor(private readonly memory: Memento) {
    // An older version of the extension may have known less.
    this.options = { ...AT_FIRST, ...memory.get<Partial<ViewOptions>>(KEY) };
    this.tell();
  }

  get chosen(): ViewOptions {
    return this.options;
  }

  async choose(options: Partial<ViewOptions>): Promise<void> {
    this.options = { ...this.options, ...options };
    this.tell();
    await this.memory.update(KEY, this.options);
  }

  private tell(): void {
    const { scope, grouping, sort, follows } = this.options;
    setContext('argument.scope', scope);
    setContext('argument.grouping', grouping);
    setContext('argument.sort', sort);
    setContext('argument.follows', follows);
  }
}

export function setContext(name: string, value: unknown): void {
  void commands.executeCommand('setContext', `debateNotes.${name}`, value);
}
