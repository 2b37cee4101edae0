import { filled, type Strings } from '../shared/strings';
import type { Tree } from './forest';

/** What a screen reader says of a statement: kind, speaker, id, whether it stands, its words, what is folded away. */
export function spoken({ statement, hidden }: Tree, strings: Strings): string {
  const { kind, speaker, id, label, text } = statement;
  const who = speaker ? filled(strings.by, strings.kinds[kind], speaker) : strings.kinds[kind];
  const head = [who, id && `#${id}`, label && strings.labels[label]].filter((part) => part).join(', ');
  const words = text || filled(strings.nothingYet, strings.kinds[kind]);
  return [`${head}: ${words}`, hidden > 0 && filled(strings.folded, hidden)].filter((part) => part).join(' — ');
}
