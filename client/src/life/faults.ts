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
 * What happens when the server ends by itself: it is started again, without a word but in the log, since the client then
 * tells it of all open notes as they are. One that ends again and again stays ended, and the user is asked.
 */
export class Faults implements ErrorHandler {
  /** @param giveUp told that the server is not started again by itself */
  constructor(
    private readonly restarts: Restarts,
    private readonly giveUp: () => void,
  ) {}

  error(error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    const action = count !== undefined && count <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown;
    return { action, handled: true, message: `The connection to the language server: ${error.message}` };
  }

  closed(): CloseHandlerResult {
    if (!this.restarts.areTooMany()) {
      return { action: CloseAction.Restart, handled: true, message: 'The language server has ended; it starts again.' };
    }
    this.giveUp();
    const message = 'The language server keeps ending; it is not started again.';
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
