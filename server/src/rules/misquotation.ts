import { blockAt } from '../syntax/noteTree';
import { type Change, changesOf, toldChanges, toldSimilarity } from '../workspace/changes';
import type { NotePlace, NoteQuotation } from '../workspace/notes';
import { placeName } from '../workspace/placeName';
import { restoring } from '../workspace/restoring';
import type { Finding, Rule, RuleContext } from './rule';

/** A quotation in which some words are others than those that it quotes. */
export const misquotation: Rule = {
  meta: {
    id: 'misquotation',
    severity: 'warning',
    description: 'A quotation has nearly, but not exactly, the words of what it quotes.',
    tags: ['passages'],
    looksElsewhere: true,
  },
  check: (context) => {
    const { notes, note } = context;
    return notes.quotationsIn(note.uri).flatMap((quotation) => {
      if (quotation.isVerbatim) return [];
      const changes = changesOf(notes, note, quotation.range, quotation.source, quotation.gaps);
      return changes.length > 0 ? finding(context, quotation, changes) : [];
    });
  },
};

function finding({ notes, note }: RuleContext, quotation: NoteQuotation, changes: readonly Change[]): Finding {
  const { range, source, similarity } = quotation;
  const where = placeName(note, source.note, source.range);
  const speaker = speakerOf(source);
  const said = speaker === null ? `what stands in ${where}` : `what ${speaker} says in ${where}`;
  const told = toldChanges(changes, note.text, source.note.text);
  return {
    range,
    message: `This is not quite ${said} (${toldSimilarity(similarity)} alike): ${told}. Restore the words, or mark what you change by … and [brackets].`,
    related: [{ note: source.note.uri, range: source.range, message: 'What is quoted stands here.' }],
    fixes: () => [
      { title: 'Restore the original words', preferred: true, edits: restoring(notes, note, quotation, changes) },
    ],
  };
}

/** Who says what is quoted; null where nobody is named. */
function speakerOf({ note, range }: NotePlace): string | null {
  return note.argument.pointAt(blockAt(note.tree, range.start))?.speaker ?? null;
}
