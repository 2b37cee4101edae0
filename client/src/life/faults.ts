import { type LogOutputChannel, l10n, window } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';
import type { Restarts } from './restarts';

/** Errors of one connection after which it is given up. */
const MOST_ERRORS = 3;

/**
 * What happens when the server ends by itself: it is to be started again, without a word but in the log. One that ends
 * again and again stays ended. The client starts nothing by itself: it would while an earlier start has still to fail.
 */
export class Faults implements ErrorHandler {
  /** Whether the server has ended and is to be started again; undefined while it has not ended. */
  isToStartAgain: boolean | undefined;

  /**
   * @param end ends the server and its connection
   * @param giveUp told that the server is not started again by itself
   */
  constructor(
    private readonly restarts: Restarts,
    private readonly end: () => void,
    private readonly giveUp: () => void,
  ) {}

  error(error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    if (count === undefined || count > MOST_ERRORS) this.end();
    const message = `The connection to the language server: ${error.message}`;
    return { action: ErrorAction.Continue, handled: true, message };
  }

  closed(): CloseHandlerResult {
    this.isToStartAgain = !this.restarts.areTooMany();
    const message = this.isToStartAgain
      ? 'The language server has ended; it starts again.'
      : 'The language server keeps ending; it is not started again.';
    if (!this.isToStartAgain) this.giveUp();
    return { action: CloseAction.DoNotRestart, handled: true, message };
  }
}

/** Says that there is no server any more, and what can be done; returns when the user has chosen, or has not. */
export async function tellStopped(log: LogOutputChannel, restart: () => Promise<void>): Promise<void> {
  const [again, show] = [l10n.t('Restart Server'), l10n.t('Show Log')];
  const message = l10n.t(
    'The language server of Debate Notes keeps ending. Your notes are as you typed them, but nothing new is checked.',
  );
  const answer = await window.showErrorMessage(message, again, show);
  if (answer === again) await restart();
  if (answer === show) log.show();
}
