import assert from 'node:assert/strict';
import fs from 'node:fs';
import { drawBox } from '../../../client/src/map/drawing/drawBox';
import { drawingOf, pixelScale, withValues } from '../../../client/src/map/drawing/exportSvg';
import { type Shape, shape, toXml } from '../../../client/src/map/drawing/shape';
import { spoken } from '../../../client/src/map/drawing/spoken';
import { makeNonce, mapHtml } from '../../../client/src/map/mapHtml';
import { boxWriter, keyOf, mapContent, STRINGS, scene } from '../../support/maps';

const DRAWING_STYLE = 'client/src/map/page/drawing.css';
const PAGE_STYLE = 'client/src/map/page/map.css';

function textsOf({ children }: Shape): string[] {
  return children.flatMap((child) => (typeof child === 'string' ? child : textsOf(child)));
}

describe('the boxes of the map', () => {
  const written = (text: string, folded = '') => {
    const content = mapContent(text);
    const { layout } = scene(content, folded ? [keyOf(content, folded)] : []);
    const [box] = layout.boxes.values();
    assert.ok(box);
    return { texts: drawBox(box, boxWriter().boxOf(box.tree.statement)).flatMap(textsOf), tree: box.tree };
  };

  it('say kind, speaker, id, whether it stands, and the words', () => {
    assert.deepEqual(written('claim #x (Ada): one two').texts, ['Claim · Ada · #x', 'stands', 'one two']);
    assert.deepEqual(written('question: why').texts, ['Question', 'why']);
    assert.deepEqual(written('claim:').texts, ['Claim', 'stands', 'Claim: nothing yet']);
  });

  it('show titles in place of links, and how much is folded away', () => {
    assert.deepEqual(written('cite: [the talk](https://example.org/talk) and [1]').texts, [
      'Citation',
      'the talk and [1]',
    ]);
    assert.deepEqual(written('question: a\n  answer: b\n    support: c', 'a').texts, ['Question', 'a', '+2']);
    assert.deepEqual(written('question: a\n  answer: b').texts, ['Question', 'a', '−']);
  });

  it('are spoken whole', () => {
    assert.equal(spoken(written('claim #x (Ada): one').tree, STRINGS), 'Claim by Ada, #x, stands: one');
    assert.equal(spoken(written('question: a\n  answer: b', 'a').tree, STRINGS), 'Question: a — 1 folded away');
    assert.equal(spoken(written('claim:').tree, STRINGS), 'Claim, stands: Claim: nothing yet');
  });
});

describe('an exported map', () => {
  it('is written in XML whatever the note says', () => {
    assert.equal(
      toXml(shape('g', { class: 'a"<b>', x: 1, y: null, z: false }, '<&>')),
      '<g class="a&quot;&lt;b&gt;" x="1">&lt;&amp;&gt;</g>',
    );
    assert.equal(
      toXml(shape('text', {}, 'a\u0000b\u001bc\ud800d\uffff😀')),
      '<text>a\ufffdb\ufffdc\ufffdd\ufffd😀</text>',
    );
    assert.equal(toXml(shape('path', { d: 'M0 0' }, null, false)), '<path d="M0 0"/>');
  });

  it('holds all that is shown, and nothing else is needed to see it', () => {
    const content = mapContent('claim #a: one <two>\n  rebuttal (Bo): three\nclaim: x\n  support -> #a: four');
    const { layout, links } = scene(content);
    const style = withValues(fs.readFileSync(DRAWING_STYLE, 'utf8'), () => '');
    const { svg, width, height } = drawingOf(layout, links, boxWriter(), style, 'Map of “A & B”');
    for (const words of ['one &lt;two&gt;', 'three', 'four', 'Rebuttal · Bo', 'Map of “A &amp; B”']) {
      assert.ok(svg.includes(words), words);
    }
    assert.equal(svg.match(/class="box /g)?.length, 4);
    assert.doesNotMatch(svg, /var\(|https?:(?!\/\/www\.w3\.org\/2000\/svg)|<script|foreignObject/);
    for (const box of layout.boxes.values()) assert.ok(box.x + box.width <= width && box.y + box.height <= height);
  });

  it('says how much is folded away, and has no buttons beside', () => {
    const content = mapContent('question: a\n  answer: b\n    support: c');
    const svgOf = (folded: string[]) => {
      const { layout, links } = scene(content, folded);
      return drawingOf(layout, links, boxWriter(), '', 'Map').svg;
    };
    assert.doesNotMatch(svgOf([]), /class="fold/);
    assert.match(svgOf([keyOf(content, 'b')]), />\+1</);
  });

  it('has the colours of the theme, or those that a rule falls back on', () => {
    const value = (name: string) => ({ '--a': ' red', '--f': '"A b", sans' })[name] ?? '';
    assert.equal(withValues('fill: var(--a, blue); x: var(--b, blue)', value), 'fill: red; x: blue');
    assert.equal(withValues('fill: var(--b, var(--a, blue))', value), 'fill: red');
    assert.equal(withValues('fill: var(--b, var(--c, rgb(1, 2, 3)))', value), 'fill: rgb(1, 2, 3)');
    assert.equal(withValues('font: var(--f)', value), 'font: "A b", sans');
  });

  it('as dots is no larger than browsers can make', () => {
    assert.equal(pixelScale({ width: 800, height: 600 }), 2);
    assert.equal(pixelScale({ width: 81_920, height: 600 }), 0.1);
  });
});

describe('the page of the map', () => {
  it('forbids all but its own script and styles', () => {
    const parts = {
      title: 'Map',
      language: 'en',
      source: 'https://x.example',
      script: 's.js',
      style: 's.css',
      nonce: makeNonce(),
    };
    const html = mapHtml(parts);
    assert.match(html, /default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src https:\/\/x\.example;/);
    assert.doesNotMatch(html, /unsafe/);
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.notEqual(makeNonce(), makeNonce());
  });

  it('takes its colours from the theme: no rule has one of its own but to fall back on', () => {
    for (const file of [DRAWING_STYLE, PAGE_STYLE]) {
      const rules = fs.readFileSync(file, 'utf8').replace(/\/\*.*?\*\//gs, '');
      const bare = withValues(rules, () => 'theme');
      assert.doesNotMatch(bare, /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl/i, file);
    }
  });
});
