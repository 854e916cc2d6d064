import { hamletPoints } from '../coverage/service/hamlet-points.ts';
import { createServiceEvaluator } from '../coverage/service/service.ts';
import { type FailureGroup, failureGroups } from './failure-groups.ts';
import { countedSites, type ResilienceQuestion, type ResilienceScene, type SecondThread } from './resilience-types.ts';
import { secondThreads } from './second-thread.ts';

/** What holds one place: the sites that reach it, and the groups of sites that take all of them. */
export interface PointThreads {
  /** Indices into the scene's sites, at most `countedSites`. */
  sites: readonly number[];
  /** Indices into the groups. */
  lostWith: readonly number[];
}

/** A hamlet's places: its centre, then its clusters. */
export interface HamletHold {
  points: readonly PointThreads[];
  second: SecondThread | null;
}

/** Answers for one hamlet after another: by index into the scene's hamlets. */
export const createThreads = (scene: ResilienceScene, question: ResilienceQuestion) => {
  const { positions, hamletStart } = hamletPoints(scene.hamlets);
  const evaluator = createServiceEvaluator({ ...scene, points: positions }, scene.settings);
  const groups = failureGroups(scene, question);
  const groupsOf = scene.sites.map((_, s) => groups.flatMap((group, g) => (group.sites.has(s) ? [g] : [])));
  const operators = scene.operators.flatMap((id, o) =>
    question.operator === null || question.operator === id ? [o] : [],
  );
  const second = secondThreads(scene, evaluator);

  /** Sites that reach a point for the operators asked about, without those that have failed. */
  const serving = (point: number, most: number, failed: ReadonlySet<number>): number[] => {
    const found: number[] = [];
    for (const operator of operators) {
      if (found.length >= most) break;
      found.push(...evaluator.serving(point, operator, most - found.length, new Set([...failed, ...found])));
    }
    return found;
  };

  const takesAll = (point: number, sites: readonly number[], group: FailureGroup): boolean =>
    sites.every((site) => group.sites.has(site)) &&
    // where the search ended early, another may stand by
    (sites.length < countedSites || serving(point, 1, group.sites).length === 0);

  const pointThreads = (point: number): PointThreads => {
    const sites = serving(point, countedSites, new Set());
    const suspects = sites.length === 0 ? [] : groupsOf[sites[0]];
    return { sites, lostWith: suspects.filter((g) => takesAll(point, sites, groups[g])) };
  };

  return {
    ofHamlet: (hamlet: number): HamletHold => {
      const from = hamletStart[hamlet];
      const points = Array.from({ length: hamletStart[hamlet + 1] - from }, (_, i) => pointThreads(from + i));
      const { centre, clusters } = scene.hamlets[hamlet];
      const places = [centre, ...clusters.map(({ position }) => position)];
      const thin = points.flatMap(({ sites }, i) =>
        sites.length === 1 ? [{ site: sites[0], position: places[i] }] : [],
      );
      return { points, second: thin.length === 0 ? null : second(centre, thin, operators) };
    },
  };
};
