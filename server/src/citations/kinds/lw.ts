/** Posts and comments of LessWrong and the Alignment Forum, which share their ids. */
import { readPost } from './forumPost';
import type { Kind } from './kind';

export const lw: Kind<'lw'> = {
  kind: 'lw',
  name: 'LessWrong',
  hosts: '(?:www\\.)?(?:(?:lesswrong|lesserwrong|greaterwrong)\\.com|alignmentforum\\.org)',
  readPage(page, host) {
    const isAlignmentForum = host.endsWith('alignmentforum.org');
    return readPost('lw', page, isAlignmentForum ? 'www.alignmentforum.org' : 'www.lesswrong.com');
  },
  forms: [],
};
