// The page of the map in a headless browser, with a stand-in for VS Code: the same page, styles, script and policy.
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { makeNonce, mapHtml } from '../../client/src/map/mapHtml';
import { mapStrings } from '../../client/src/map/mapStrings';
import { contentOf } from '../../client/src/map/shared/content';
import { differenceOf } from '../../client/src/map/shared/difference';
import type { HostMessage, MapContent, PageMessage } from '../../client/src/map/shared/messages';
import { LanguageService } from '../../server/src/service';
import { launchBrowser } from '../e2e/workbench/browser';
import { setUpCarried } from '../e2e/workbench/carried';
import { inProject } from '../e2e/workbench/paths';
import { Scope } from '../e2e/workbench/program';
import { type Theme, themeStyle } from './themes';

/** VS Code's part in the page: it keeps a state over a reload, and takes messages. */
const FAKE = `
  const posted = [];
  window.posted = posted;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => posted.push(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
  addEventListener('DOMContentLoaded', () => {
    document.body.className = 'vscode-' + new URLSearchParams(location.search).get('theme');
  });
`;

/** Milliseconds. */
const PATIENCE = 10_000;

export const NOTE = 'file:///notes/note.debate';

/** A browser and a server of pages on this machine, until they are closed. */
export class Harness {
  private constructor(
    private readonly scope: Scope,
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  static async start(): Promise<Harness> {
    const scope = new Scope();
    const browser = await launchBrowser(scope, await setUpCarried(scope, console.log));
    const server = http.createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    scope.onEnd(() => {
      server.closeAllConnections();
      server.close();
    });
    return new Harness(scope, browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  /** Opens the map of a note. */
  async open(text: string, { theme = 'dark', width = 1200, height = 800 }: Look = {}): Promise<MapDriver> {
    const context = await this.browser.newContext({ viewport: { width, height } });
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    await page.goto(`${this.origin}/?theme=${theme}`);
    const driver = new MapDriver(page, problems);
    await driver.show(text);
    return driver;
  }

  close(): Promise<void> {
    return this.scope.end();
  }
}

export interface Look {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

/** The host's side of one open map. */
export class MapDriver {
  private readonly service = new LanguageService();
  private content: MapContent = { notes: [], statements: [] };
  private revision = 0;

  constructor(
    readonly page: Page,
    /** What the page has complained of, such as what its policy forbids. */
    readonly problems: readonly string[],
  ) {}

  /** Sends all of a note, as after `ready`. */
  async show(text: string, note = NOTE): Promise<void> {
    await (await this.readyToShow(text, note))();
  }

  /** Sends what an edit has changed. */
  async edit(text: string): Promise<void> {
    await (await this.readyToEdit(text))();
  }

  /** Does all but that which the page has to do for it. */
  async readyToShow(text: string, note = NOTE): Promise<() => Promise<void>> {
    this.work(text, note);
    const strings = mapStrings(this.content.notes[0]?.title ?? '');
    return this.staged({ type: 'show', revision: ++this.revision, content: this.content, strings, withTied: false });
  }

  async readyToEdit(text: string): Promise<() => Promise<void>> {
    const before = this.content;
    this.work(text);
    const difference = differenceOf(before, this.content);
    if (!difference) return async () => undefined;
    return this.staged({ type: 'change', revision: ++this.revision, difference });
  }

  private async staged(message: HostMessage): Promise<() => Promise<void>> {
    await this.page.evaluate(`window.staged = ${JSON.stringify(message)}; 0`);
    return async () => {
      await this.page.evaluate("window.postMessage(window.staged, '*')");
      await this.drawn();
    };
  }

  async send(message: HostMessage): Promise<void> {
    await this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  }

  /** What the page has said, of one type. */
  async posted<T extends PageMessage['type']>(type: T): Promise<Extract<PageMessage, { type: T }>[]> {
    const wanted = `window.posted.filter(({ type }) => type === '${type}')`;
    // Bytes do not pass from the page to here; numbers do.
    const plain = `(${wanted}).map((one) => one.data instanceof Uint8Array ? { ...one, data: [...one.data] } : one)`;
    return (await this.page.evaluate(plain)) as Extract<PageMessage, { type: T }>[];
  }

  /** Waits until something holds on the page. What Playwright has for that evaluates texts, which the policy forbids. */
  async until(condition: string): Promise<void> {
    const deadline = Date.now() + PATIENCE;
    while (!(await this.page.evaluate(condition))) {
      if (Date.now() > deadline) throw new Error(`Waited ${PATIENCE / 1000} s for ${condition}`);
      await this.page.waitForTimeout(20);
    }
  }

  /** Waits until so many nodes fit a selector. */
  async untilCount(selector: string, count: number): Promise<void> {
    await this.until(`document.querySelectorAll('${selector}').length === ${count}`);
  }

  /** The key of the statement whose words begin so. */
  keyOf(words: string): string {
    const statement = this.content.statements.find(({ text }) => text.startsWith(words));
    if (!statement) throw new Error(`No statement begins with ${words}`);
    return statement.key;
  }

  /** The words of a statement. */
  wordsOf(key: string): string | undefined {
    return this.content.statements.find((statement) => statement.key === key)?.text;
  }

  /** The box of the statement whose words begin so. */
  box(words: string) {
    return this.page.locator(`.box[data-key="${this.keyOf(words)}"]`);
  }

  /** Words of the boxes that are there, in the order of the document. */
  async shown(): Promise<string[]> {
    const keys = await this.page.locator('.box[data-key]').evaluateAll((boxes) => {
      return boxes.map((box) => box.getAttribute('data-key'));
    });
    return keys.map((key) => this.wordsOf(key ?? '') ?? '?');
  }

  /** Waits for the revision that was last sent to be on the screen. */
  private async drawn(): Promise<void> {
    await this.until(`window.posted.some((one) => one.type === 'drawn' && one.revision === ${this.revision})`);
  }

  private work(text: string, note = NOTE): void {
    this.service.setNote(note, text, 1);
    const answer = this.service.argumentMap(note, false);
    if (answer) this.content = contentOf(answer, this.content);
  }
}

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
  const theme = (searchParams.get('theme') ?? 'dark') as Theme;
  const send = (type: string, text: string) => response.writeHead(200, { 'content-type': type }).end(text);
  switch (pathname) {
    case '/':
      return void send('text/html', pageWith(`http://${request.headers.host}`, theme));
    case '/theme.css':
      return void send('text/css', themeStyle(theme));
    case '/fake.js':
      return void send('text/javascript', FAKE);
    case '/map.js':
      return void send('text/javascript', await fs.readFile(inProject('dist', 'map.js'), 'utf8'));
    case '/map.css':
      return void send('text/css', await fs.readFile(inProject('dist', 'map.css'), 'utf8'));
    default:
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
  }
}

function pageWith(origin: string, theme: Theme): string {
  const nonce = makeNonce();
  const html = mapHtml({
    title: 'Argument Map',
    language: 'en',
    source: origin,
    script: '/map.js',
    style: '/map.css',
    nonce,
  });
  const theming = `<link rel="stylesheet" href="/theme.css?theme=${theme}">`;
  return html.replace('</head>', `${theming}<script nonce="${nonce}" src="/fake.js"></script></head>`);
}
