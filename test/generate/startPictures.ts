/** The pictures of the walkthrough: SVG in the colours of the theme, since a step shows it in the page. */
import type { Generated } from './generated';

const [WIDTH, HEIGHT, LINE] = [520, 300, 26];

/** Colours of VS Code, with one for where a picture is looked at by itself. */
const COLOURS = {
  text: 'var(--vscode-editor-foreground, #3b3b3b)',
  faint: 'var(--vscode-descriptionForeground, #717171)',
  ground: 'var(--vscode-editor-background, #ffffff)',
  edge: 'var(--vscode-widget-border, #c8c8c8)',
  support: 'var(--vscode-charts-green, #388a34)',
  attack: 'var(--vscode-charts-red, #c72e0f)',
  source: 'var(--vscode-charts-blue, #1a85ff)',
  warning: 'var(--vscode-editorWarning-foreground, #bf8803)',
} as const;

type Colour = keyof typeof COLOURS;

export function startPictures(): Generated[] {
  const pictures = { note: note(), mark: mark(), fix: fix(), view: view(), map: map() };
  return Object.entries(pictures).map(([name, parts]) => ({
    file: `docs/images/start/${name}.svg`,
    text: svg(parts),
  }));
}

function note(): string[] {
  return [
    text(0, 0, 'Ada, 9:14', 'faint'),
    text(0, 1, 'A weak judge can oversee strong debaters:'),
    text(0, 2, 'lies are harder to keep straight.'),
    text(0, 4, 'Ben, 9:31', 'faint'),
    text(0, 5, 'One false step hides among a thousand'),
    text(0, 6, 'true ones.'),
  ];
}

function mark(): string[] {
  return [
    text(0, 1, 'claim', 'support'),
    text(6, 1, '(Ada): A weak judge can oversee'),
    text(6, 2, 'strong debaters.'),
    text(2, 3, 'support', 'support'),
    text(10, 3, ': Lies are harder to keep straight.'),
    text(4, 4, 'cite', 'source'),
    text(9, 4, ': arXiv:1805.00899'),
    text(2, 5, 'rebuttal', 'attack'),
    text(11, 5, '(Ben): One false step hides.'),
  ];
}

function fix(): string[] {
  return [
    text(0, 1, 'claim', 'support'),
    squiggle(0, 1, 5),
    text(6, 1, '(Ada): The honest side has it easier.'),
    box(60, 98, 400, 96),
    text(4, 3, 'Quick Fix', 'faint'),
    text(4, 4, 'Add a support: line', 'text'),
    text(4, 5, 'Add a cite: line', 'text'),
    text(0, 8, '2 open points', 'warning'),
  ];
}

function view(): string[] {
  const rows: [number, Colour, string][] = [
    [0, 'support', 'Ada: A weak judge can oversee strong debaters.'],
    [2, 'support', 'Lies are harder to keep straight.'],
    [4, 'source', 'arXiv:1805.00899'],
    [2, 'attack', 'Ben: One false step hides.'],
    [4, 'attack', 'Ada: Then the judge asks for that step.'],
  ];
  return [
    text(0, 0, 'ARGUMENT', 'faint'),
    ...rows.flatMap(([depth, colour, words], row) => [dot(depth, row + 2, colour), text(depth + 2, row + 2, words)]),
  ];
}

function map(): string[] {
  return [
    link(220, 80, 130, 150, 'support', ''),
    link(300, 80, 390, 150, 'attack', '6 4'),
    link(390, 205, 390, 235, 'attack', '6 4'),
    box(140, 30, 240, 50),
    text(11, 1, 'A weak judge can oversee'),
    box(20, 150, 220, 50),
    text(1, 5.6, 'Lies are harder'),
    box(290, 150, 210, 50),
    text(24.5, 5.6, 'One false step'),
    box(290, 235, 210, 44),
    text(24.5, 8.7, 'Ask for that step'),
  ];
}

function svg(parts: readonly string[]): string {
  const ground = `<rect width="${WIDTH}" height="${HEIGHT}" rx="6" fill="${COLOURS.ground}" stroke="${COLOURS.edge}"/>`;
  const font = 'font-family="var(--vscode-editor-font-family, monospace)" font-size="15"';
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" ${font}>`;
  return [head, ground, ...parts, '</svg>', ''].join('\n');
}

/** @param column in characters of the font; rows count in lines */
function text(column: number, row: number, words: string, colour: Colour = 'text'): string {
  const weight = colour === 'text' || colour === 'faint' ? '' : ' font-weight="600"';
  return `<text x="${left(column)}" y="${base(row)}" fill="${COLOURS[colour]}"${weight}>${words}</text>`;
}

function squiggle(column: number, row: number, length: number): string {
  const waves = Array.from({ length: length * 2 }, (_, i) => `l4.5 ${i % 2 ? 4 : -4}`).join(' ');
  const path = `M${left(column)} ${base(row) + 6} ${waves}`;
  return `<path d="${path}" fill="none" stroke="${COLOURS.warning}" stroke-width="1.5"/>`;
}

function dot(column: number, row: number, colour: Colour): string {
  return `<circle cx="${left(column) + 6}" cy="${base(row) - 5}" r="5" fill="${COLOURS[colour]}"/>`;
}

function box(x: number, y: number, width: number, height: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5" fill="none" stroke="${COLOURS.edge}"/>`;
}

function link(x: number, y: number, toX: number, toY: number, colour: Colour, dashes: string): string {
  const drawn = dashes && ` stroke-dasharray="${dashes}"`;
  return `<path d="M${x} ${y}L${toX} ${toY}" stroke="${COLOURS[colour]}" stroke-width="2"${drawn}/>`;
}

function left(column: number): number {
  return 20 + column * 9;
}

function base(row: number): number {
  return Math.round(44 + row * LINE);
}
