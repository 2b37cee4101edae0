import type { Structure } from './structure';

/** Whether two names mean one speaker: case and a leading `@` do not count. */
export function sameSpeaker(a: string, b: string): boolean {
  return foldSpeaker(a) === foldSpeaker(b);
}

/** A form of a name that is the same for every way to write it. */
export function foldSpeaker(name: string): string {
  return name.normalize('NFC').replace(/^@/, '').toLowerCase();
}

/**
 * The speaker of each statement; a support that names none takes that of what it replies to, wherever that stands.
 * @param wanted for each statement the first that it replies to, or -1. Cost: linear.
 */
export function speakersOf({ keywords, namedSpeakers }: Structure, wanted: Int32Array): (string | null)[] {
  const speakers = [...namedSpeakers];
  const settled = keywords.map((keyword, index) => speakers[index] !== null || keyword !== 'support');
  for (let start = 0; start < keywords.length; start++) {
    const path: number[] = [];
    let at = start;
    // Settling on the way down ends the walk on a ring of supports, too.
    while (at >= 0 && !settled[at]) {
      settled[at] = true;
      path.push(at);
      at = wanted[at] as number;
    }
    const speaker = at < 0 ? null : (speakers[at] ?? null);
    for (const index of path) speakers[index] = speaker;
  }
  return speakers;
}
