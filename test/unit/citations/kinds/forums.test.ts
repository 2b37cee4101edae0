import assert from 'node:assert/strict';
import { checkForms, identified, links } from '../shown';

const ID = 'uMQ3cqWDPHhjtiesc';
const COMMENT = 'AbCdEfGhJkMnPqRsT';

describe('posts of LessWrong and the Alignment Forum', () => {
  it('are one post on both, in every form', () =>
    checkForms(`lw ${ID}`, [
      `https://www.lesswrong.com/posts/${ID}/agi-ruin-a-list-of-lethalities`,
      `http://lesswrong.com/posts/${ID}`,
      `https://www.lesswrong.com/posts/${ID}/#fragment`,
      `https://www.lesswrong.com/s/aaaaaaaaaaaaaaaaa/p/${ID}`,
      `https://www.lesswrong.com/events/${ID}/a-meetup`,
      `https://www.lesserwrong.com/posts/${ID}/slug?utm_source=x`,
      `https://www.greaterwrong.com/posts/${ID}/slug`,
      `https://www.alignmentforum.org/posts/${ID}/slug`,
      `alignmentforum.org/posts/${ID}.`,
    ]));

  it('lead to the forum that the writer used', () => {
    assert.deepEqual(links(`https://www.lesswrong.com/posts/${ID}/slug`), [
      `https://www.lesswrong.com/posts/${ID}`,
      null,
    ]);
    assert.deepEqual(links(`https://alignmentforum.org/posts/${ID}`), [
      `https://www.alignmentforum.org/posts/${ID}`,
      null,
    ]);
    assert.deepEqual(links(`https://greaterwrong.com/posts/${ID}`), [`https://www.lesswrong.com/posts/${ID}`, null]);
  });

  it('lead to the comment that is cited', () => {
    const comment = `https://www.lesswrong.com/posts/${ID}?commentId=${COMMENT}`;
    assert.deepEqual(links(`https://www.lesswrong.com/posts/${ID}/slug?x=y&commentId=${COMMENT}#z`), [comment, null]);
    assert.deepEqual(links(`https://www.greaterwrong.com/posts/${ID}/slug/comment/${COMMENT}`), [comment, null]);
    assert.deepEqual(links(`https://www.lesswrong.com/posts/${ID}?commentId=no`), [
      `https://www.lesswrong.com/posts/${ID}`,
      null,
    ]);
  });

  it('are refused when the id has another length', () =>
    assert.deepEqual(identified(`https://www.lesswrong.com/posts/${ID}x/slug`), [
      '! the id of a post has 17 letters and digits, not 18',
    ]));

  it('are not other pages', () => {
    for (const path of ['tag/ai', 'users/x', 'lw/abc/title/', 'posts/rationality']) {
      checkForms(`url https://www.lesswrong.com/${path}`, [`https://www.lesswrong.com/${path}`]);
    }
  });
});

describe('posts of the EA Forum', () => {
  it('are read in every form, and are none of LessWrong', () => {
    checkForms(`ea ${ID}`, [
      `https://forum.effectivealtruism.org/posts/${ID}/slug`,
      `http://forum.effectivealtruism.org/posts/${ID}?x=y#z`,
      `https://ea.greaterwrong.com/posts/${ID}/slug`,
      `https://forum-bots.effectivealtruism.org/posts/${ID}/slug`,
    ]);
    assert.deepEqual(links(`https://forum.effectivealtruism.org/posts/${ID}/slug?commentId=${COMMENT}`), [
      `https://forum.effectivealtruism.org/posts/${ID}?commentId=${COMMENT}`,
      null,
    ]);
  });

  it('are not pages of the movement itself', () => {
    const page = `https://www.effectivealtruism.org/posts/${ID}`;
    checkForms(`url ${page}`, [page]);
  });
});
