import { messageOf } from '../../service';
import { LOOK_UP_COMMAND, type LookUpAnswer } from '../messages';
import type { ServerCommand } from './command';

export const lookUp: ServerCommand = {
  name: LOOK_UP_COMMAND,
  run: async ({ service, settingsRead }, [uri, key], { token, progress }): Promise<LookUpAnswer> => {
    // The user may have switched it on a moment ago, by a button that asked for this, too.
    await settingsRead();
    const { lookup } = service;
    if (!lookup?.isOn) return { isOn: false, message: 'Looking up papers online is off.' };
    const papers = typeof uri === 'string' ? service.papersToLookUp(uri) : new Map<string, never>();
    const one = typeof key === 'string' ? papers.get(key) : undefined;
    const wanted = typeof key === 'string' ? [one].filter((paper) => paper !== undefined) : [...papers.values()];
    const cancel = new AbortController();
    const shown = await progress('Looking up papers');
    const stops = [token, shown.token].map((each) => each?.onCancellationRequested(() => cancel.abort()));
    try {
      const summary = await lookup.lookUp(wanted, {
        urgent: one !== undefined,
        cancel: cancel.signal,
        onProgress: (done, total) => shown.report(done / total, `${done} of ${total}`),
      });
      return { isOn: true, message: messageOf(summary) };
    } finally {
      shown.done();
      for (const stop of stops) stop?.dispose();
    }
  },
};
