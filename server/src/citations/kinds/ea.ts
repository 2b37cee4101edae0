/** Posts and comments of the EA Forum, whose ids are its own. */
import { readPost } from './forumPost';
import type { Kind } from './kind';

export const ea: Kind<'ea'> = {
  kind: 'ea',
  name: 'EA Forum',
  hosts: '(?:(?:www|forum|forum-bots)\\.)?effectivealtruism\\.org|ea\\.greaterwrong\\.com',
  readPage: (page, host) => (/^(?:www\.)?effect/.test(host) ? null : readPost('ea', page, HOST)),
  forms: [],
};

const HOST = 'forum.effectivealtruism.org';
