import FlatQueue from 'flatqueue';
import {
  allowedOptions,
  Cover,
  type CoverGoal,
  type CoverProblem,
  weightByPart,
  weightSlack,
} from './cover-problem.ts';

/** Rounds of swaps; each betters the cover, and hardly any is left to better after a few. */
const mostRounds = 12;

/** What an option would bring of what the goal still lacks. */
const gainOf = (cover: Cover, goal: CoverGoal, lacks: Float64Array | null, option: number): number => {
  const { weights, options } = cover.problem;
  const { covers } = options[option];
  let gain = 0;
  if (goal.kind !== 'share') {
    for (const e of covers) if (cover.times[e] === 0) gain += goal.kind === 'all' ? 1 : weights[e];
    return gain;
  }
  const brings = new Map<number, number>();
  for (const e of covers)
    if (cover.times[e] === 0) brings.set(goal.partOf[e], (brings.get(goal.partOf[e]) ?? 0) + weights[e]);
  for (const [part, weight] of brings) gain += Math.min(weight, Math.max(0, lacks![part]));
  return gain;
};

const lacksOf = (cover: Cover, goal: CoverGoal): Float64Array | null => {
  if (goal.kind !== 'share') return null;
  const has = weightByPart(cover.problem, goal.partOf, goal.needs.length, (e) => cover.times[e] > 0);
  return Float64Array.from(goal.needs, (need, part) => need - has[part]);
};

const hasEnough = (cover: Cover, goal: CoverGoal): boolean => {
  const lacks = lacksOf(cover, goal);
  return lacks?.every((weight) => weight <= weightSlack) ?? false;
};

/** Takes what brings most for its cost, again and again, as long as it fits. */
const fill = (cover: Cover, goal: CoverGoal): void => {
  const { options } = cover.problem;
  const queue = new FlatQueue<number>();
  const rate = (option: number, gain: number): number => -gain / Math.max(1, options[option].cost);
  let lacks = lacksOf(cover, goal);
  for (const option of allowedOptions(cover.problem)) {
    const gain = gainOf(cover, goal, lacks, option);
    if (gain > weightSlack) queue.push(option, rate(option, gain));
  }
  while (queue.length > 0) {
    const told = queue.peekValue()!;
    const option = queue.pop()!;
    if (!cover.fits(option)) continue;
    if (goal.kind === 'budget' && cover.cost + options[option].cost > goal.cost) continue;
    // gains only shrink as others are taken: whoever is still first is first
    const gain = gainOf(cover, goal, lacks, option);
    if (gain <= weightSlack) continue;
    const now = rate(option, gain);
    if (now > told && queue.length > 0 && now > queue.peekValue()!) queue.push(option, now);
    else {
      cover.take(option);
      lacks = lacksOf(cover, goal);
    }
  }
};

/** Drops what is spare, dearest first. */
const prune = (cover: Cover, goal: CoverGoal, forced: ReadonlySet<number>): void => {
  const dearest = cover.taken().sort((a, b) => cover.problem.options[b].cost - cover.problem.options[a].cost || a - b);
  for (const option of dearest) {
    if (forced.has(option)) continue;
    if (cover.isSpare(option)) cover.drop(option);
    else if (goal.kind === 'share') {
      cover.drop(option);
      if (!hasEnough(cover, goal)) cover.take(option);
    }
  }
};

/** Takes one more where it makes others spare that cost more than it. */
const exchange = (cover: Cover, forced: ReadonlySet<number>): boolean => {
  const { options, weights } = cover.problem;
  const coverers: number[][] = weights.map(() => []);
  for (const option of cover.taken()) for (const e of options[option].covers) coverers[e].push(option);
  let isBetter = false;
  for (const option of allowedOptions(cover.problem)) {
    const { covers, cost } = options[option];
    if (!cover.fits(option)) continue;
    const beside = [...new Set(covers.flatMap((e) => coverers[e]))].filter(
      (other) => cover.isTaken[other] && !forced.has(other),
    );
    if (beside.length === 0) continue;
    cover.take(option);
    const dropped: number[] = [];
    let saved = 0;
    for (const other of beside.sort((a, b) => options[b].cost - options[a].cost || a - b)) {
      if (!cover.isSpare(other)) continue;
      cover.drop(other);
      dropped.push(other);
      saved += options[other].cost;
    }
    if (saved > cost) {
      for (const e of covers) coverers[e].push(option);
      isBetter = true;
    } else {
      for (const other of dropped) cover.take(other);
      cover.drop(option);
    }
  }
  return isBetter;
};

/** Takes one in place of another where the money then covers more. */
const trade = (cover: Cover, budget: number, forced: ReadonlySet<number>): boolean => {
  const { options } = cover.problem;
  const allowed = allowedOptions(cover.problem);
  let isBetter = false;
  for (const out of cover.taken()) {
    if (forced.has(out)) continue;
    const before = cover.weight;
    cover.drop(out);
    let best = out;
    let most = before;
    for (const option of allowed) {
      if (cover.cost + options[option].cost > budget || !cover.fits(option)) continue;
      const after = cover.weight + gainOf(cover, { kind: 'budget', cost: budget }, null, option);
      if (after > most + weightSlack) [best, most] = [option, after];
    }
    cover.take(best);
    isBetter ||= best !== out;
  }
  return isBetter;
};

/**
 * A cover at once: by what brings most for its cost, then by swaps that cost less or cover more. Null where what is forced
 * costs more than there is.
 */
export const coverGreedily = (problem: CoverProblem, goal: CoverGoal): number[] | null => {
  const cover = new Cover(problem, problem.forced);
  if (goal.kind === 'budget' && cover.cost > goal.cost) return null;
  const forced = new Set(problem.forced);
  fill(cover, goal);
  prune(cover, goal, forced);
  for (let round = 0; round < mostRounds; round++) {
    let isBetter = exchange(cover, forced);
    if (goal.kind === 'budget') {
      isBetter = trade(cover, goal.cost, forced) || isBetter;
      fill(cover, goal);
    }
    if (!isBetter) break;
    prune(cover, goal, forced);
  }
  return cover.taken();
};
