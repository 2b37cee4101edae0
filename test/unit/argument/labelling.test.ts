import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as fc from 'fast-check';
import {
  attackedNodes,
  FALSE,
  type Label,
  type LabelGraph,
  labelling,
  labelOf,
  TRUE,
} from '../../../server/src/argument/labelling';
import {
  anyDebate,
  anyGraph,
  type Debate,
  debateGraph,
  debateOf,
  type Edge,
  graphOf,
  ringedGraph,
} from '../../support/labelGraphs';
import { holds } from '../../support/property';
import { slowLabels } from '../../support/slowLabels';

/** Expects the label of every statement, `A, C stand; B rebutted`; `stand` and `stands` are one. */
function check(source: string, expected: string) {
  const debate = debateOf(source);
  const wanted = expected.split('; ').flatMap((group) => {
    const [, names = '', label = ''] = /^(.*) (\w+)$/.exec(group) ?? [];
    return names.split(', ').map((name) => [name, label.replace(/^stand$/, 'stands')]);
  });
  assert.deepEqual(labelsIn(debate), Object.fromEntries(wanted));
}

function labelsIn(debate: Debate): Record<string, Label> {
  const labels = labelsOfGraph(debateGraph(debate));
  return Object.fromEntries(debate.statements.map((name, index) => [name, labels[index] as Label]));
}

function labelsOfGraph(graph: LabelGraph): Label[] {
  const values = labelling(graph);
  const attacked = attackedNodes(graph, values);
  return Array.from(values, (_, node) => labelOf(values, attacked, node));
}

describe('a statement', () => {
  it('stands if nothing is said about it', () => check('A', 'A stands'));
  it('is rebutted by an attack that stands', () => check('B-A', 'A rebutted; B stands'));
  it('comes back when its attacker is rebutted', () => check('B-A, C-B', 'A, C stand; B rebutted'));
  it('is contested if it and its attacker only answer each other', () => check('A-B, B-A', 'A, B contested'));
  it('is contested by what is contested', () => check('A-B, B-A, B-C', 'A, B, C contested'));
  it('is contested if it attacks itself', () => check('A-A, A-B', 'A, B contested'));
  it('is rebutted by one that stands, contested or not', () => check('A-B, B-A, C-A', 'A rebutted; B, C stand'));
});

describe('a statement that reasons are given for', () => {
  it('is unfounded when its only reason falls', () => check('S+A, B-S', 'A unfounded; S rebutted; B stands'));
  it('stands while one of them does', () => check('S+A, T+A, B-S', 'A, T, B stand; S rebutted'));
  it('is contested if the best of them is', () =>
    check('S+A, T+A, B-S, T-U, U-T', 'A, T, U contested; S rebutted; B stands'));
  it('is rebutted all the same', () => check('B-A, S+A', 'A rebutted; B, S stand'));
  it('rebuts nothing without them', () => check('B-A, E+B, D-E', 'B unfounded; E rebutted; A, D stand'));
  it('is rebutted, not unfounded, if it is both', () => check('S+A, B-S, C-A', 'A, S rebutted; B, C stand'));
});

describe('reasons that only lean on each other', () => {
  it('do not count', () => check('A+B, B+A', 'A, B unfounded'));
  it('nor does one that leans on itself', () => check('A+A', 'A unfounded'));
  it('nor with others that lean on them', () => check('A+B, B+A, B+C', 'A, B, C unfounded'));
  it('count with a reason from outside', () => check('A+B, B+A, S+A', 'A, B, S stand'));
  it('count as much as that reason', () => check('A+B, B+A, S+A, S-T, T-S', 'A, B, S, T contested'));
  it('fall when it falls, and what they attacked comes back', () =>
    check('A+B, B+A, S+A, T-S, A-C', 'A, B unfounded; S rebutted; T, C stand'));
  it('fall one ring after the other', () =>
    check('A+B, B+A, A-C, C-S, S+D, D+E, E+D, D-F', 'A, B, D, E unfounded; C, F stand; S rebutted'));
  it('change nothing for those that argue about them', () =>
    check('A+B, B+A, A-C, C-D, D-C', 'A, B unfounded; C, D contested'));
});

describe('a link', () => {
  it('of support that is undercut gives no reason', () => check('s=S+A, U-s', 'A unfounded; S, U stand'));
  it('of attack that is undercut rebuts nothing', () => check('a=B-A, U-a', 'A, B, U stand'));
  it('counts again when its undercut is undercut', () => check('a=B-A, u=U-a, W-u', 'A rebutted; B, U, W stand'));
  it('counts again when its undercut is rebutted', () => check('a=B-A, U-a, W-U', 'A, U rebutted; B, W stand'));
  it('that needs a reason counts with it', () => check('a=B-A, S+a', 'A rebutted; B, S stand'));
  it('that needs a reason fails without it', () => check('a=B-A, S+a, T-S', 'A, B, T stand; S rebutted'));
  it('that a reason is given for still needs its source', () => check('a=B-A, S+a, T-B', 'A, S, T stand; B rebutted'));
  it('that is withdrawn does nothing', () => {
    check('B-A, ~C-B', 'A rebutted; B, C stand');
    check('~S+A', 'A unfounded; S stands');
  });
  it('that its own target undercuts is contested', () => check('a=B-A, A-a', 'A contested; B stands'));
  it('that its own source undercuts does nothing', () => check('a=B-A, B-a', 'A, B stand'));
  it('that leads to itself is contested if it attacks', () => check('B-A, a=C-a, A-a', 'A rebutted; B, C stand'));
  it('that is the reason for itself gives none', () => {
    const [, link] = labelsOfGraph(graphOf([TRUE, 0], [], [[1, 1]]));
    assert.equal(link, 'unfounded');
  });
  it('that comes from a link comes from nowhere if that comes from it', () => {
    assert.deepEqual(labelsOfGraph(graphOf([1, 0], [])), ['unfounded', 'unfounded']);
  });
});

describe('labels', () => {
  it('are those of 400 debates worked out elsewhere', () => {
    type Case = Debate & { labels: Record<string, Label> };
    const cases: Case[] = JSON.parse(fs.readFileSync('test/fixtures/label-cases.json', 'utf8'));
    assert.equal(cases.length, 400);
    for (const { labels, ...debate } of cases) assert.deepEqual(labelsIn(debate), labels, JSON.stringify(debate));
  });

  it('are the well-founded model of a debate', () => {
    holds(anyDebate, (debate) => checkModel(debateGraph(debate)));
  });
  it('are the well-founded model of any graph', () => {
    holds(fc.array(anyGraph, { maxLength: 5 }), (graphs) => graphs.forEach(checkModel));
  });
  it('are the well-founded model where rings hold up rings', () => {
    holds(fc.array(ringedGraph, { maxLength: 5 }), (graphs) => graphs.forEach(checkModel));
  });
  it('of nothing are none', () => assert.deepEqual(labelsOfGraph(graphOf([], [])), []));
});

/** Expects a graph of `size` nodes, all on base TRUE, to have one label throughout. */
function checkAll(size: number, label: Label, attacks: readonly Edge[], supports: readonly Edge[] = []) {
  const labels = labelsOfGraph(graphOf(new Array(size).fill(TRUE), attacks, supports));
  assert.deepEqual([labels.length, ...new Set(labels)], [size, label]);
}

function ring(size: number): Edge[] {
  return Array.from({ length: size }, (_, node) => [node, (node + 1) % size]);
}

function allWithAll(size: number): Edge[] {
  return Array.from({ length: size * size }, (_, pair) => [Math.floor(pair / size), pair % size]);
}

/** Expects the nodes to have two labels in turn. */
function checkAlternates(graph: LabelGraph, ...labels: [even: Label, odd: Label]) {
  const wrong = labelsOfGraph(graph).findIndex((label, node) => label !== labels[node % 2]);
  assert.equal(wrong, -1);
}

/** A statement and `count` links from it; each link but the first leads to the one before. */
function linksOnLinks(count: number, kind: 'attack' | 'support'): LabelGraph {
  const base = [TRUE, ...new Array(count).fill(0)];
  const edges = Array.from({ length: count - 1 }, (_, index): Edge => [index + 2, index + 1]);
  return kind === 'attack' ? graphOf(base, edges) : graphOf(base, [], edges);
}

/**
 * Rings of three supports. Each but the first is held up by a statement that is rebutted once the ring before it has
 * fallen; the last such statement attacks all rings, and every ring the statement that held it up.
 * @returns the graph, and the first node of each ring; the node after a ring stands in the end, the next is rebutted
 */
function ringsThatFallInTurn(count: number): { graph: LabelGraph; firsts: number[] } {
  const firsts = Array.from({ length: count }, (_, index) => index * 5);
  const last = count * 5 - 1;
  const attacks = firsts.flatMap((first): Edge[] => [
    [first, first + 3],
    [first + 3, first + 4],
    [last, first],
    ...(first > 0 ? [[first, first - 1] as const] : []),
  ]);
  const supports = firsts.flatMap((first): Edge[] => [
    [first, first + 1],
    [first + 1, first + 2],
    [first + 2, first],
    ...(first > 0 ? [[first - 1, first] as const] : []),
  ]);
  return { graph: graphOf(new Array(last + 1).fill(TRUE), attacks, supports), firsts };
}

/**
 * A ring of supports, held up at its first node by `count` others that it supports itself. Each of these is held up by a
 * statement of its own, which is rebutted one round after that of the one before.
 */
function ringThatLosesItsProps(count: number): LabelGraph {
  const attacks: Edge[] = [];
  const supports = ring(count);
  for (let i = 0; i < count; i++) {
    const prop = count + 4 * i;
    const [own, rebuttal, fuse] = [prop + 1, prop + 2, prop + 3];
    supports.push([prop, 0], [count - 1, prop], [own, prop], [fuse, fuse]);
    if (i > 0) supports.push([own - 4, fuse]);
    attacks.push([rebuttal, own], [fuse, rebuttal]);
  }
  return graphOf(new Array(5 * count).fill(TRUE), attacks, supports);
}

describe('labels of large debates', () => {
  it('contest every attack in a ring, even or odd', () => {
    checkAll(10_000, 'contested', ring(10_000));
    checkAll(9_999, 'contested', ring(9_999));
  });
  it('decide a ring of attacks from where it is broken', () => {
    const base = [FALSE, ...new Array(9_999).fill(TRUE)];
    checkAlternates(graphOf(base, ring(10_000)), 'rebutted', 'stands');
  });
  it('found nothing on a ring of support', () => checkAll(10_000, 'unfounded', [], ring(10_000)));
  it('found everything on a ring that is supported in one place', () => {
    const labels = labelsOfGraph(graphOf(new Array(10_001).fill(TRUE), [], [...ring(10_000), [10_000, 5_000]]));
    assert.ok(labels.every((label) => label === 'stands'));
  });
  it('follow links on links', () => {
    checkAlternates(linksOnLinks(20_000, 'attack'), 'stands', 'rebutted');
    checkAlternates(linksOnLinks(20_000, 'support'), 'stands', 'stands');
  });
  it('hold where all attack all, or support all', () => {
    checkAll(100, 'contested', allWithAll(100));
    checkAll(100, 'unfounded', [], allWithAll(100));
    checkAll(100, 'unfounded', allWithAll(100), allWithAll(100));
  });
  it('let ten thousand rings fall one after the other', () => {
    const { graph, firsts } = ringsThatFallInTurn(10_000);
    const labels = labelsOfGraph(graph);
    const fallen = ['unfounded', 'unfounded', 'unfounded', 'stands', 'rebutted'];
    assert.ok(firsts.every((first) => fallen.every((label, i) => labels[first + i] === label)));
  });
  it('let a ring fall with the last of twenty thousand that held it up', () => {
    const labels = labelsOfGraph(ringThatLosesItsProps(20_000));
    assert.ok(labels.slice(0, 20_000).every((label) => label === 'unfounded'));
    const fallen: Label[] = ['unfounded', 'rebutted', 'stands', 'unfounded'];
    assert.ok(labels.slice(20_000).every((label, i) => label === fallen[i % 4]));
  });
});

function checkModel(graph: LabelGraph) {
  assert.deepEqual(labelling(graph), slowLabels(graph));
}
