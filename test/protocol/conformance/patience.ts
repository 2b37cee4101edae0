/** Milliseconds after which what has not been answered is taken to be left unanswered. */
const PATIENCE = 5000;

/** Returns once all is answered, or refused, or too much time has gone by: the log tells what was left open. */
export async function answered(pending: Iterable<Promise<unknown>>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  await Promise.race([Promise.allSettled(pending), patience]);
  clearTimeout(timer);
}
