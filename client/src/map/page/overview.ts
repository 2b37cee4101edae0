import { linkClasses } from '../drawing/drawLink';
import type { Scene } from '../drawing/scene';
import { shape } from '../drawing/shape';
import { svgElement } from './elements';

/** The whole map without words, for when it is seen from far away: a handful of nodes, however large it is. */
export class Overview {
  readonly element = svgElement<SVGGElement>(shape('g', { class: 'overview', 'aria-hidden': 'true' }));
  private drawn: Scene | null = null;

  /** Shows a scene, or nothing. Cost: linear where it is another one. */
  show(scene: Scene | null): void {
    if (scene) this.draw(scene);
    this.element.style.display = scene ? '' : 'none';
  }

  private draw(scene: Scene): void {
    if (scene === this.drawn) return;
    this.drawn = scene;
    const links = new Map<string, string>();
    for (const link of scene.links) {
      const name = linkClasses(link, false);
      links.set(name, (links.get(name) ?? '') + link.path);
    }
    const boxes = new Map<string, string>();
    for (const { tree, x, y, width, height } of scene.layout.boxes.values()) {
      const name = `box kind-${tree.statement.kind}`;
      boxes.set(name, `${boxes.get(name) ?? ''}M${x} ${y}h${width}v${height}h${-width}z`);
    }
    this.element.replaceChildren(
      ...[...links].map(([name, d]) => svgElement(shape('g', { class: name }, shape('path', { class: 'line', d })))),
      ...[...boxes].map(([name, d]) => svgElement(shape('g', { class: name }, shape('path', { class: 'block', d })))),
    );
  }
}
