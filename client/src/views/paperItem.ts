import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { CitationCounts, CitationOverview } from '../../../server/src/protocol/messages';
import { type CitationNode, type CitedNode, isBroken, nameOf, type PapersNode } from './paperNodes';

/** Longer texts are cut in the label: the view shows one line, and the hover more of it. */
const LONGEST_LABEL = 200;

const KNOWN = new ThemeIcon('book');
const UNKNOWN = new ThemeIcon('question', new ThemeColor('list.warningForeground'));
const BROKEN = new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground'));

/** Told apart by shape first: colour alone would leave some readers out. */
const SIDES = {
  supports: new ThemeIcon('add', new ThemeColor('charts.green')),
  attacks: new ThemeIcon('close', new ThemeColor('charts.red')),
  both: new ThemeIcon('arrow-swap', new ThemeColor('charts.orange')),
  quoted: new ThemeIcon('quote'),
  none: new ThemeIcon('circle-outline'),
};

type Side = keyof typeof SIDES;

/** A paper, or a reference that leads to none, as an item of the papers view. The tooltip comes when it is asked for. */
export function citedItem(node: CitedNode): TreeItem {
  const { id, cited } = node;
  const item = new TreeItem(shortened(nameOf(cited)), TreeItemCollapsibleState.Collapsed);
  item.id = id;
  const count = countOf(cited);
  if (isBroken(cited)) {
    item.iconPath = BROKEN;
    item.contextValue = 'broken';
    item.description = cited.reason;
    item.accessibilityInformation = {
      label: l10n.t('Broken reference {0}: {1}, {2}', cited.written, cited.reason, count),
    };
    // There is nothing to open but the place where it stands.
    item.command = goTo(node);
    return item;
  }
  item.iconPath = cited.title === null ? UNKNOWN : KNOWN;
  item.contextValue = ['paper', cited.url && 'page', cited.canLookUp && 'lookUp'].filter(Boolean).join(' ');
  item.description = [cited.authorYear || cited.year, count, sideSigns(cited)].filter(Boolean).join(' · ');
  const unknown = cited.title === null && l10n.t('nothing is known of it');
  const spoken = [nameOf(cited), unknown, cited.authorYear, count, sideWords(cited)].filter(Boolean).join(', ');
  item.accessibilityInformation = { label: spoken };
  return item;
}

/** What a hover tells of it: for a paper, for and against which claims it is cited. */
export function citedTooltip(cited: CitedNode['cited'], citations: readonly CitationOverview[]): MarkdownString {
  if (isBroken(cited)) {
    return plain([cited.written, `${cited.reason}.`, cited.meant && l10n.t('Perhaps {0} is meant.', cited.meant)]);
  }
  const forms = cited.forms.join(', ');
  return plain([cited.reference || forms, ...aboutSides(citations), forms]);
}

/** A place where a paper is cited. */
export function citationItem(node: CitationNode): TreeItem {
  const { id, citation } = node;
  const { speaker, text } = citation;
  const words = text === null ? l10n.t('In no statement') : shortened(text) || l10n.t('Nothing yet');
  const item = new TreeItem(speaker === null ? words : `${speaker}: ${words}`, TreeItemCollapsibleState.None);
  const side = sideOf(citation);
  item.id = id;
  item.iconPath = SIDES[side];
  item.contextValue = 'citation';
  item.description = placeOf(citation);
  item.tooltip = plain([item.label as string, ...citation.sides.map(sideSentence), placeOf(citation)]);
  item.accessibilityInformation = { label: `${sideName(side)}: ${item.label}, ${placeOf(citation)}` };
  item.command = goTo(node);
  return item;
}

function goTo(node: PapersNode) {
  return { command: 'debateNotes.goToCitation', title: l10n.t('Go to Citation'), arguments: [node] };
}

/** Name of the note and line from 1. */
function placeOf({ uri, range }: CitationOverview): string {
  return `${Uri.parse(uri).path.split('/').at(-1)}:${range.start.line + 1}`;
}

function countOf({ citations, notes }: CitationCounts): string {
  if (citations === 1) return l10n.t('once');
  return notes === 1 ? l10n.t('{0} times', citations) : l10n.t('{0} times in {1} notes', citations, notes);
}

function sideOf({ quoted, sides }: CitationOverview): Side {
  if (quoted) return 'quoted';
  const [supports, attacks] = (['supports', 'attacks'] as const).map((side) => sides.some(({ does }) => does === side));
  if (supports && attacks) return 'both';
  return supports ? 'supports' : attacks ? 'attacks' : 'none';
}

/** `+2 −1`: how many citations support claims and how many attack some. */
function sideSigns({ supports, attacks }: CitationCounts): string {
  return [supports > 0 && `+${supports}`, attacks > 0 && `−${attacks}`].filter(Boolean).join(' ');
}

function sideWords({ supports, attacks }: CitationCounts): string {
  const words = [supports > 0 && l10n.t('{0} in support', supports), attacks > 0 && l10n.t('{0} in attack', attacks)];
  return words.filter(Boolean).join(', ');
}

/** For and against which claims a paper is cited, each once. */
function aboutSides(citations: readonly CitationOverview[]): string[] {
  return [...new Set(citations.flatMap(({ sides }) => sides.map(sideSentence)))].slice(0, MOST_SIDES);
}

const MOST_SIDES = 10;

function sideSentence({ does, id, text }: CitationOverview['sides'][number]): string {
  const claim = id === null ? `“${shortened(text)}”` : `#${id} “${shortened(text)}”`;
  return does === 'supports' ? l10n.t('Supports {0}', claim) : l10n.t('Attacks {0}', claim);
}

function sideName(side: Side): string {
  switch (side) {
    case 'supports':
      return l10n.t('In support');
    case 'attacks':
      return l10n.t('In attack');
    case 'both':
      return l10n.t('In support and attack');
    case 'quoted':
      return l10n.t('In a quotation');
    case 'none':
      return l10n.t('On no side');
  }
}

/** Paragraphs that are shown as they are: nothing in them is Markdown, HTML or a command. */
function plain(paragraphs: readonly (string | null | undefined)[]): MarkdownString {
  const shown = new MarkdownString();
  for (const paragraph of new Set(paragraphs)) if (paragraph) shown.appendText(paragraph).appendMarkdown('\n\n');
  return shown;
}

function shortened(text: string): string {
  if (text.length <= LONGEST_LABEL) return text;
  // Cut between characters, not inside a surrogate pair.
  return `${[...text.slice(0, LONGEST_LABEL + 1)].slice(0, -1).join('')}…`;
}
