/** Ends the current task, so that messages that have arrived in the meantime are handled first. */
export function letMessagesThrough(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
