/**
 * What the map's page and its host say to each other. Both import this file, and neither any other of the other side.
 */
import type { ArgumentMapLink, ArgumentMapStatement } from '../../../../server/src/protocol/messages';
import type { Strings } from './strings';

export type Kind = ArgumentMapStatement['kind'];
export type Label = NonNullable<ArgumentMapStatement['label']>;
export type Relation = NonNullable<ArgumentMapLink['relation']>;
export type Force = ArgumentMapLink['force'];

/** A statement as the page knows it. Where it stands in the note is for the host alone: that changes with every line. */
export interface MapStatement {
  /** Stays the same while the map is open, whatever is edited. */
  readonly key: string;
  /** What the server calls it: the same after a reload, as long as the statements beside it are. */
  readonly name: string;
  /** Key of what it hangs under; null at the top. */
  readonly parent: string | null;
  readonly kind: Kind;
  readonly id: string | null;
  readonly speaker: string | null;
  readonly text: string;
  /** URI of its note. */
  readonly note: string;
  /** The heading that it stands under. */
  readonly section: string | null;
  readonly label: Label | null;
  readonly links: readonly MapLink[];
}

export interface MapLink {
  /** Key of the statement that is replied to. */
  readonly to: string;
  /** What is done to that one, or, by an undercut, to its links. */
  readonly relation: Relation | null;
  /** Whether it counts. */
  readonly force: Force;
}

export interface MapNote {
  readonly uri: string;
  readonly title: string;
}

/** All that a map shows. */
export interface MapContent {
  /** The note that the map is of comes first. */
  readonly notes: readonly MapNote[];
  /** Note by note, parents before children. */
  readonly statements: readonly MapStatement[];
}

/** How one content becomes another. */
export interface MapDifference {
  readonly notes: readonly MapNote[] | null;
  /** Statements that are new, or other than they were. */
  readonly put: readonly MapStatement[];
  /** Where the order of keys is another: so many keys from a place on are replaced. */
  readonly splice: { readonly start: number; readonly remove: number; readonly keys: readonly string[] } | null;
}

export type ImageFormat = 'svg' | 'png';

/** What the page keeps over a reload; the note is for the host, which opens the panel again. */
export interface SavedState {
  readonly note: string;
  readonly withTied: boolean;
  /** Map coordinates at the left upper corner, and pixels per unit; null before anything was shown. */
  readonly view: { readonly x: number; readonly y: number; readonly scale: number } | null;
  /** Names of folded statements; null before anything was shown. */
  readonly folded: readonly string[] | null;
  readonly query: string;
  readonly speaker: string | null;
  readonly label: Label | null;
}

export type HostMessage =
  /** All anew: answers `ready`. */
  | {
      readonly type: 'show';
      readonly revision: number;
      readonly content: MapContent;
      readonly strings: Strings;
      readonly withTied: boolean;
    }
  /** Only what is different since the revision before. */
  | { readonly type: 'change'; readonly revision: number; readonly difference: MapDifference }
  /** The statement that the cursor of the note is in. */
  | { readonly type: 'cursor'; readonly key: string | null; readonly reveal: boolean }
  /** A statement that somebody wants to see: opened where it is folded away. */
  | { readonly type: 'reveal'; readonly key: string }
  /** There is nothing to show, and why; until there is. */
  | { readonly type: 'blank'; readonly text: string }
  /** What is to be said of the map that is shown; nothing any more where it is empty. */
  | { readonly type: 'notice'; readonly text: string }
  /** Asks for an image, answered with `image`. */
  | { readonly type: 'export'; readonly format: ImageFormat };

export type PageMessage =
  /** The page can be shown something. */
  | { readonly type: 'ready' }
  /** A revision is on the screen. */
  | { readonly type: 'drawn'; readonly revision: number; readonly boxes: number }
  /** A change came that does not follow on what the page has. */
  | { readonly type: 'lost' }
  | { readonly type: 'goTo'; readonly key: string }
  | { readonly type: 'withTied'; readonly withTied: boolean }
  | { readonly type: 'image'; readonly format: ImageFormat; readonly data: string | Uint8Array }
  | { readonly type: 'failed'; readonly what: string };
