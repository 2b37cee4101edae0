import { type Hover, l10n, MarkdownString } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { LOOK_UP_IS_OFF } from '../../server/src/protocol/messages';
import { LOOK_UP_CITED_PAPERS } from './commands/lookUpPapers';

/**
 * Puts a link under a hover that says that look-ups are off, which leads to the question whether to switch them on. The
 * server's own text stays untrusted, and so runs no command; in ours there is nothing of it.
 */
export const paperHover: Pick<Middleware, 'provideHover'> = {
  async provideHover(document, position, token, next) {
    const hover = await next(document, position, token);
    if (hover && saysThatLookUpIsOff(hover)) hover.contents.push(switchOn());
    return hover;
  },
};

/** Text from outside has its full stops escaped, so that it cannot read like this. */
function saysThatLookUpIsOff({ contents }: Hover): boolean {
  return contents.some((content) => content instanceof MarkdownString && content.value.includes(LOOK_UP_IS_OFF));
}

function switchOn(): MarkdownString {
  const link = new MarkdownString(`[${l10n.t('Look Up Papers…')}](command:${LOOK_UP_CITED_PAPERS})`);
  link.isTrusted = { enabledCommands: [LOOK_UP_CITED_PAPERS] };
  return link;
}
