/** Commands that ask for one refactoring, with the kind of the code action that does it. */
export const REFACTORING_COMMANDS: Readonly<Record<string, string>> = {
  'debateNotes.markAsClaim': 'refactor.rewrite.mark.claim',
  'debateNotes.markAsSupport': 'refactor.rewrite.mark.support',
  'debateNotes.markAsRebuttal': 'refactor.rewrite.mark.rebuttal',
  'debateNotes.markAsUndercut': 'refactor.rewrite.mark.undercut',
  'debateNotes.markAsQuestion': 'refactor.rewrite.mark.question',
  'debateNotes.markAsAnswer': 'refactor.rewrite.mark.answer',
  'debateNotes.markAsConcession': 'refactor.rewrite.mark.concession',
  'debateNotes.takeInParagraph': 'refactor.rewrite.paragraph',
  'debateNotes.giveId': 'refactor.rewrite.id',
  'debateNotes.referToFirst': 'refactor.rewrite.reference',
  'debateNotes.replyToQuoted': 'refactor.rewrite.target',
  'debateNotes.extractCitation': 'refactor.extract.citation',
  'debateNotes.moveUnderTarget': 'refactor.move.underTarget',
  'debateNotes.moveOut': 'refactor.move.out',
};
