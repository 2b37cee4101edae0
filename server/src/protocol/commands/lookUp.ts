import { type LanguageService, messageOf } from '../../service';
import { ALL_NOTES, LOOK_UP_COMMAND, type LookUpAnswer } from '../messages';
import type { ServerCommand } from './command';

export const lookUp: ServerCommand = {
  name: LOOK_UP_COMMAND,
  run: async ({ service, settingsRead }, [uri, key], { token, progress }): Promise<LookUpAnswer> => {
    // The user may have switched it on a moment ago, by a button that asked for this, too.
    await settingsRead();
    const { lookup } = service;
    if (!lookup?.isOn) return { isOn: false, message: 'Looking up papers online is off.' };
    const papers = typeof uri === 'string' ? papersOf(service, uri) : new Map<string, never>();
    const wanted = typeof key === 'string' ? one(service, papers, key) : [...papers.values()];
    const cancel = new AbortController();
    const shown = await progress('Looking up papers');
    const stops = [token, shown.token].map((each) => each?.onCancellationRequested(() => cancel.abort()));
    try {
      const summary = await lookup.lookUp(wanted, {
        urgent: typeof key === 'string',
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

function papersOf({ papers }: LanguageService, uri: string): Papers {
  return uri === ALL_NOTES ? papers.toLookUpOfAll() : papers.toLookUp(uri);
}

type Papers = ReturnType<LanguageService['papers']['toLookUp']>;
type Paper = Papers extends Map<string, infer Reference> ? Reference : never;

/** The paper that a note cites with a key, or else that has it in the list of papers, in whatever forms it is cited. */
function one(service: LanguageService, papers: Papers, key: string): Paper[] {
  const paper = papers.get(key);
  return paper ? [paper] : [...service.papers.toLookUpOf(key).values()];
}
