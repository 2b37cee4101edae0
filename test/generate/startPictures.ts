/** The pictures of the walkthrough: SVG in the colours of the theme, since a step shows it in the page. */
import type { Generated } from './generated';

const [WIDTH, HEIGHT] = [520, 300];

/** Colours of VS Code, with one for where a picture is looked at by itself. */
const COLOURS = {
  text: 'var(--vscode-editor-foreground, #3b3b3b)',
  faint: 'var(--vscode-descriptionForeground, #717171)',
  ground: 'var(--vscode-editor-background, #ffffff)',
  raised: 'var(--vscode-editorWidget-background, #f8f8f8)',
  chosen: 'var(--vscode-list-inactiveSelectionBackground, transparent)',
  // Of the chosen in themes of high contrast, where it has no ground of its own.
  chosenEdge: 'var(--vscode-contrastActiveBorder, transparent)',
  edge: 'var(--vscode-editorWidget-border, #c8c8c8)',
  claim: 'var(--vscode-charts-blue, #1a85ff)',
  support: 'var(--vscode-charts-green, #388a34)',
  attack: 'var(--vscode-charts-red, #c72e0f)',
  warning: 'var(--vscode-editorWarning-foreground, #bf8803)',
} as const;

type Colour = keyof typeof COLOURS;

const FONTS = {
  editor: 'var(--vscode-editor-font-family, monospace)',
  interface: 'var(--vscode-font-family, system-ui, sans-serif)',
} as const;

export function startPictures(): Generated[] {
  const pictures = { note: note(), mark: mark(), fix: fix(), view: view(), map: map() };
  return Object.entries(pictures).map(([name, parts]) => ({
    file: `docs/images/start/${name}.svg`,
    text: svg(parts),
  }));
}

function note(): string[] {
  return [
    text(24, 52, 'Ada, 9:14', { colour: 'faint' }),
    text(24, 80, 'A weak judge can oversee strong debaters:'),
    text(24, 106, 'lies are harder to keep straight.'),
    text(24, 160, 'Ben, 9:31', { colour: 'faint' }),
    text(24, 188, 'One false step hides among a thousand'),
    text(24, 214, 'true ones.'),
    stroke('M118 200v17', 'text'),
  ];
}

function mark(): string[] {
  return [
    header(24, 64, 'claim', 'claim', ' (Ada): A weak judge can oversee'),
    text(42, 90, 'strong debaters.'),
    header(42, 124, 'support', 'support', ': Lies are harder to keep straight.'),
    header(60, 158, 'cite', 'faint', ': arXiv:1805.00899'),
    header(42, 192, 'rebuttal', 'attack', ' (Ben): One false step hides.'),
    stroke('M30 106v92M48 136v28', 'edge'),
    ...keyCap(24, 68, 'Alt+D'),
    ...keyCap(104, 34, 'C'),
    text(152, 255, 'makes a claim of a paragraph', { colour: 'faint', font: 'interface', size: 13 }),
  ];
}

function fix(): string[] {
  const offers = ["Add a 'support:' line", "Add a 'cite:' line", 'Turn the claim into a question'];
  const waves = Array.from({ length: 11 }, (_, i) => `l4 ${i % 2 ? 4 : -4}`).join('');
  return [
    header(24, 62, 'claim', 'claim', ' (Ada): The honest side has it easier.'),
    stroke(`M24 72${waves}`, 'warning'),
    box(44, 92, 300, 120, 'raised'),
    box(50, 126, 288, 28, 'chosen', 'chosenEdge'),
    text(60, 116, 'Quick Fix', { colour: 'faint', font: 'interface', size: 12, isBold: true }),
    ...offers.flatMap((offer, i) => {
      const y = 145 + 28 * i;
      return [
        stroke(`M66 ${y - 9}a5 5 0 0 1 3 9v3h-6v-3a5 5 0 0 1 3-9z`, 'warning'),
        text(84, y, offer, { font: 'interface', size: 14 }),
      ];
    }),
    stroke(`M1 262h${WIDTH - 2}`, 'edge'),
    stroke('M388 274h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7l-4 4v-4h-3a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z', 'text'),
    text(412, 286, '1 open point', { font: 'interface', size: 13 }),
  ];
}

/** What the icons of the view look like, around a point. */
const ICONS = {
  claim: (x: number, y: number) => stroke(`M${x - 7} ${y - 6}h14v9h-8l-3 4v-4h-3z`, 'claim'),
  support: (x: number, y: number) => stroke(`M${x - 6} ${y}h12M${x} ${y - 6}v12`, 'support'),
  rebuttal: (x: number, y: number) => stroke(`M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10`, 'attack'),
  cite: (x: number, y: number) => stroke(`M${x - 7} ${y - 5}h6l1 1 1-1h6v10h-6l-1 1-1-1h-6zM${x} ${y - 4}v10`, 'faint'),
} as const;

function view(): string[] {
  const rows: [depth: number, icon: keyof typeof ICONS, words: string, hasRows: boolean][] = [
    [0, 'claim', 'Ada: A weak judge can oversee strong debaters.', true],
    [1, 'support', 'Lies are harder to keep straight.', true],
    [2, 'cite', 'arXiv:1805.00899', false],
    [1, 'rebuttal', 'Ben: One false step hides.', true],
    [2, 'rebuttal', 'Ada: Then the honest side asks for that step.', false],
  ];
  return [
    box(8, 168, WIDTH - 16, 34, 'chosen', 'chosenEdge'),
    text(24, 40, 'Argument', { font: 'interface', size: 14, isBold: true }),
    ...rows.flatMap(([depth, icon, words, hasRows], row) => {
      const [x, y] = [40 + 22 * depth, 78 + 36 * row];
      const arrow = hasRows ? [stroke(`M${x - 22} ${y - 3}l4 4 4-4`, 'text')] : [];
      return [...arrow, ICONS[icon](x, y), text(x + 18, y + 5, words, { font: 'interface' })];
    }),
  ];
}

function map(): string[] {
  return [
    ...statement(20, 116, 'claim', 'Claim · Ada', 'stands', 'A weak judge is enough'),
    ...statement(304, 30, 'support', 'Support', 'stands', 'Lies are hard to keep'),
    ...statement(304, 122, 'attack', 'Rebuttal · Ben', 'rebutted', 'One false step hides'),
    ...statement(304, 214, 'attack', 'Rebuttal · Ada', 'stands', 'So ask for that step'),
    stroke('M304 58C260 58 264 138 222 138m9-5l-9 5 9 5', 'support'),
    stroke('M304 150H222', 'attack', '6 4'),
    stroke('M221 144v12', 'attack'),
    stroke('M402 214v-32', 'attack', '6 4'),
    stroke('M396 182h12', 'attack'),
  ];
}

function statement(x: number, y: number, kind: Colour, head: string, label: string, words: string): string[] {
  const standing = { colour: label === 'stands' ? 'support' : 'attack', size: 12, end: true } as const;
  return [
    box(x, y, 196, 56, 'raised'),
    `<path d="M${x + 2} ${y}v56" stroke="${COLOURS[kind]}" stroke-width="4"/>`,
    text(x + 14, y + 20, head, { colour: 'faint', font: 'interface', size: 12, isBold: true }),
    text(x + 186, y + 20, label, { ...standing, font: 'interface' }),
    text(x + 14, y + 42, words, { font: 'interface' }),
  ];
}

function keyCap(x: number, width: number, key: string): string[] {
  return [
    box(x, 234, width, 32, 'ground'),
    text(x + width - (width - key.length * 7) / 2, 255, key, { font: 'interface', size: 13, end: true }),
  ];
}

function svg(parts: readonly string[]): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-size="15">`;
  return [head, box(1, 1, WIDTH - 2, HEIGHT - 2, 'ground'), ...parts, '</svg>', ''].join('\n');
}

interface Look {
  readonly colour?: Colour;
  readonly font?: keyof typeof FONTS;
  readonly size?: number;
  readonly isBold?: boolean;
  /** Whether the place is that of its end. */
  readonly end?: boolean;
}

function text(x: number, y: number, words: string, look: Look = {}): string {
  const { colour = 'text', font = 'editor', size, isBold, end } = look;
  const more = [size && `font-size="${size}"`, isBold && 'font-weight="600"', end && 'text-anchor="end"'];
  const attributes = [`x="${x}" y="${y}" fill="${COLOURS[colour]}" font-family="${FONTS[font]}"`, ...more];
  return `<text ${attributes.filter(Boolean).join(' ')}>${words}</text>`;
}

/** A line of a note: the words follow the keyword, however wide the letters are. */
function header(x: number, y: number, keyword: string, colour: Colour, words: string): string {
  const coloured = `<tspan fill="${COLOURS[colour]}" font-weight="600">${keyword}</tspan>`;
  return text(x, y, coloured + words);
}

function box(x: number, y: number, width: number, height: number, fill: Colour, edge: Colour = 'edge'): string {
  const place = `x="${x}" y="${y}" width="${width}" height="${height}"`;
  return `<rect ${place} rx="5" fill="${COLOURS[fill]}" stroke="${COLOURS[edge]}"/>`;
}

function stroke(path: string, colour: Colour, dashes = ''): string {
  const drawn = dashes && ` stroke-dasharray="${dashes}"`;
  return `<path d="${path}" fill="none" stroke="${COLOURS[colour]}" stroke-width="1.7"${drawn}/>`;
}
