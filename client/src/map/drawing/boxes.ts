import type { MapStatement } from '../shared/messages';
import { filled, type Strings } from '../shared/strings';
import { BOX_WIDTH, HEADER_HEIGHT, LINE_HEIGHT, MOST_LINES, PADDING, TEXT_WIDTH } from './geometry';
import { cut, type Measure, wrap } from './wrap';

/** How wide texts are in the two faces of the map. */
export interface Faces {
  readonly text: Measure;
  /** Smaller and bolder. */
  readonly header: Measure;
}

/** What a box shows, and its size. */
export interface BoxText {
  readonly header: string;
  readonly label: string;
  /** Width of the label's words; 0 without a label. */
  readonly labelWidth: number;
  readonly lines: readonly string[];
  /** Whether the text begins in a script that is written from right to left. */
  readonly isRightToLeft: boolean;
  readonly width: number;
  readonly height: number;
}

/** Room for a sign in front of the words of a header or a label. */
const SIGN_ROOM = 18;
/** Between the header and the label. */
const LABEL_GAP = 10;

/** Writes the boxes of statements; one is written anew only when its statement is another object. */
export class BoxWriter {
  private readonly written = new WeakMap<MapStatement, BoxText>();

  constructor(
    private readonly faces: Faces,
    private readonly strings: Strings,
  ) {}

  boxOf(statement: MapStatement): BoxText {
    let box = this.written.get(statement);
    if (!box) {
      box = this.write(statement);
      this.written.set(statement, box);
    }
    return box;
  }

  private write({ kind, id, speaker, text, label: stands }: MapStatement): BoxText {
    const { faces, strings } = this;
    const label = stands === null ? '' : strings.labels[stands];
    const labelWidth = label ? faces.header(label) : 0;
    const labelRoom = label ? labelWidth + SIGN_ROOM + LABEL_GAP : 0;
    const names = [strings.kinds[kind], speaker ?? '', id === null ? '' : `#${id}`].filter((part) => part).join(' · ');
    const lines = wrap(
      withoutAddresses(text) || filled(strings.nothingYet, strings.kinds[kind]),
      TEXT_WIDTH,
      MOST_LINES,
      faces.text,
    );
    return {
      header: cut(names, TEXT_WIDTH - SIGN_ROOM - labelRoom, faces.header),
      label,
      labelWidth,
      lines,
      isRightToLeft: beginsRightToLeft(text),
      width: BOX_WIDTH,
      height: 2 * PADDING + HEADER_HEIGHT + lines.length * LINE_HEIGHT,
    };
  }
}

/** The first letter decides, as in `dir=auto`. */
function beginsRightToLeft(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

/** A link of Markdown shows its title, as where Markdown is shown. */
function withoutAddresses(text: string): string {
  return text.replace(/\[([^[\]]+)\]\([^()\s]*\)/g, '$1');
}
