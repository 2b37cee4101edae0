/**
 * Why a statement stands or does not: the shortest reason, in words, naming the statements that decide. What is said
 * follows from the labels; it does not repeat how they were worked out.
 */
import { type Effect, effectOf } from '../argument/links';
import type { Notes, PointOf } from './notes';
import { saysNothing } from './support';

/** Words, or a statement to be named and linked. */
export type WhyPart = string | PointOf;

/** The reason for a statement's label, said right behind it; empty for a statement that asserts nothing. Cost: its replies. */
export function why(notes: Notes, of: PointOf): WhyPart[] {
  const reasons = new Reasons(notes, of);
  switch (notes.labelOf(of)) {
    case 'stands':
      return [': ', ...reasons.stands(), '.'];
    case 'contested':
      return [': ', ...reasons.contested(), '.'];
    case 'rebutted':
      return [' ', ...reasons.rebutted(), '.'];
    case 'unfounded':
      return [': ', ...reasons.unfounded()];
    default:
      return [];
  }
}

/** What a rebuttal, an undercut or a support does to one statement, and whether it counts. */
type State = 'in' | 'out' | 'undecided' | 'withdrawn';

class Reasons {
  constructor(
    private readonly notes: Notes,
    private readonly of: PointOf,
  ) {}

  stands(): WhyPart[] {
    const attackers = this.doing('attacks', this.of);
    const reasons = this.doing('supports', this.of);
    const standing = reasons.find((reason) => this.state(reason) === 'in');
    const because: WhyPart[] = standing ? [standing, ' supports it'] : [];
    const attacks = attacksFallen(attackers, (attacker) => this.fall(attacker));
    return because.length > 0 ? [...attacks, ', and ', ...because] : attacks;
  }

  rebutted(): WhyPart[] {
    const standing = this.doing('attacks', this.of).filter((attacker) => this.state(attacker) === 'in');
    const unanswered = standing.find((attacker) => this.answers(attacker).length === 0);
    const shown = unanswered ?? standing[0];
    if (!shown) return [];
    const others = standing.length - 1;
    const also = others === 0 ? '' : ` (and by ${others} more)`;
    if (unanswered) return ['by ', shown, ', which nothing answers', also];
    const [answer] = this.answers(shown);
    return [
      'by ',
      shown,
      ', which stands: ',
      answer as PointOf,
      ', which answers it, ',
      ...this.fall(answer as PointOf, shown),
      also,
    ];
  }

  unfounded(): WhyPart[] {
    const reasons = this.doing('supports', this.of);
    const attackers = this.doing('attacks', this.of);
    const [first] = reasons;
    if (!first) return [];
    const only = reasons.length === 1 ? ['its only reason, '] : [`none of its ${reasons.length} reasons holds: `];
    const said: WhyPart[] = [...only, first, reasons.length === 1 ? ', ' : ' ', ...this.fall(first), '.'];
    const isBare = attackers.every(
      (attacker) => this.state(attacker) === 'out' || this.state(attacker) === 'withdrawn',
    );
    return isBare ? [...said, ' With no reason given at all, it would stand.'] : said;
  }

  contested(): WhyPart[] {
    const open = this.doing('attacks', this.of).find((attacker) => this.state(attacker) === 'undecided');
    if (open) {
      if (open.note === this.of.note && open.point === this.of.point) return ['it attacks itself'];
      const isMutual = this.doing('attacks', open).some((other) => other.point === this.of.point);
      return isMutual ? ['it and ', open, ' attack each other'] : [open, ', which attacks it, ', ...this.fall(open)];
    }
    const reason = this.doing('supports', this.of).find((other) => this.state(other) === 'undecided');
    return reason ? [reason, ', which supports it, ', ...this.fall(reason)] : [];
  }

  /** Why what a statement does to another does not count, or may not: `is rebutted by …`. */
  private fall(from: PointOf, to = this.of): WhyPart[] {
    if (this.state(from, to) === 'withdrawn') return ['is withdrawn: its speaker grants the point'];
    const label = this.notes.labelOf(from);
    if (label === 'rebutted') {
      const attacker = this.doing('attacks', from).find((other) => this.state(other, from) === 'in');
      return attacker ? ['is rebutted by ', attacker] : ['is rebutted'];
    }
    if (label === 'unfounded') return ['is unfounded'];
    if (label === 'contested') return ['is contested'];
    const state = this.state(from, to);
    const undercut = this.doing('attacksLink', from).find((other) => this.state(other, from) !== 'out');
    if (!undercut) return ['holds'];
    return [state === 'out' ? 'is undercut by ' : 'may be undercut by ', undercut];
  }

  private state(from: PointOf, to = this.of): State {
    const standing = this.notes.standing(from.note);
    const [source, target] = [from, to].map(({ note, point: { index } }) => ({ note, index })) as [never, never];
    if (standing.isWithdrawn(source, target)) return 'withdrawn';
    return standing.link(from.note, from.point.index);
  }

  /** What attacks a statement or its link. */
  private answers(to: PointOf): PointOf[] {
    return [...this.doing('attacks', to), ...this.doing('attacksLink', to)];
  }

  /** The statements that do something to one; those that are still to be filled in do nothing. */
  private doing(effect: Effect, to: PointOf): PointOf[] {
    return this.notes.repliesTo(to).filter((reply) => {
      const { keyword } = reply.point.statement;
      if (effectOf(keyword, to.point.statement.keyword) !== effect) return false;
      if (keyword === 'cite') return reply.note.isSourced(reply.point.index);
      return keyword !== 'support' || !saysNothing(reply);
    });
  }
}

function attacksFallen(attackers: readonly PointOf[], fall: (attacker: PointOf) => WhyPart[]): WhyPart[] {
  const [first] = attackers;
  if (!first) return ['nothing attacks it'];
  if (attackers.length === 1) return [first, ', which attacks it, ', ...fall(first)];
  return [`none of the ${attackers.length} attacks on it holds: `, first, ' ', ...fall(first)];
}
