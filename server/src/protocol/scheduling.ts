import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Ends the current task, so that messages that have arrived in the meantime are handled first. */
export function letMessagesThrough(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Ends the answer to a request that the client has taken back. */
export function stopIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}
