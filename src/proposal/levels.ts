import { hamletPoints } from '../coverage/service/hamlet-points.ts';
import { sceneOf } from '../coverage/service/scene.ts';
import { createServiceEvaluator, type ServiceScene } from '../coverage/service/service.ts';
import type { ServiceResult, ServiceSettings, ServiceStatus } from '../coverage/service/service-types.ts';
import { isServed } from '../coverage/service/status.ts';
import type { Pack } from '../model/pack.ts';
import type { Site } from '../model/site.ts';
import type { Gain } from './proposal-findings.ts';

/** Levels in dBm at every hamlet point of each operator received; operators by their index in the scene. */
export type Levels = ReadonlyMap<number, Float64Array>;

/** Service as it stands and as it would be, at the points of a pack's hamlets. */
export interface SweepTerrain {
  scene: ServiceScene;
  settings: ServiceSettings;
  today: Levels;
  /** First point of each hamlet, its centre; the rest are its components. */
  hamletStart: Int32Array;
  people: readonly number[];
}

/** The ground of an assessment, from a run's exact levels: nothing is computed again. */
export const sweepTerrainOf = (pack: Pack, service: ServiceResult, settings: ServiceSettings): SweepTerrain => {
  const scene = sceneOf(pack);
  const { hamletStart, people } = hamletPoints(pack.hamlets);
  const count = service.operators.length;
  const today = new Map(
    scene.operators.map((operator, o): [number, Float64Array] => {
      const at = service.operators.indexOf(operator);
      const levels = Float64Array.from(scene.points, (_, point) => service.levelDbm[point * count + at]);
      return [o, levels];
    }),
  );
  return { scene, settings, today, hamletStart, people };
};

/** What a site alone would give at every hamlet point, by operator. */
export const levelsOf = ({ scene, settings }: SweepTerrain, mast: Site): Levels => {
  const { best, points } = createServiceEvaluator({ ...scene, sites: [mast] }, settings);
  const operators = new Set(mast.tenants.map(({ operator }) => scene.operators.indexOf(operator)));
  return new Map(
    [...operators]
      .filter((o) => o >= 0)
      .map((o) => [o, Float64Array.from(points, (_, point) => best(point, o).levelDbm)]),
  );
};

/** The better of two at every point; NaN, where nothing is received, is below every level. */
export const strongest = (a: Levels, b: Levels): Levels => {
  const all = new Map(a);
  for (const [o, levels] of b) {
    const other = a.get(o);
    all.set(
      o,
      other
        ? levels.map((level, point) => (Number.isNaN(level) || level < other[point] ? other[point] : level))
        : levels,
    );
  }
  return all;
};

/** Service at points before and after, by one operator or by several together. */
interface Change {
  was: Served;
  is: Served;
}
type Served = (point: number) => boolean;

const servedBy = ({ settings }: SweepTerrain, levels: Levels, operators: Iterable<number>): Served => {
  const some = [...operators].flatMap((o) => levels.get(o) ?? []);
  return (point) => some.some((level) => isServed(level[point], settings.thresholdDbm));
};

const changeBy = (ground: SweepTerrain, added: Levels, operators: readonly number[]): Change => ({
  was: servedBy(ground, ground.today, operators),
  is: servedBy(ground, strongest(ground.today, added), operators),
});

const statusIn = (served: Served, from: number, to: number): ServiceStatus => {
  if (!served(from)) return 'none';
  for (let point = from + 1; point < to; point++) if (!served(point)) return 'partial';
  return 'served';
};

/** People and hamlets better off by one change or another, each counted once. */
const gainBy = ({ hamletStart, people }: SweepTerrain, changes: readonly Change[]): Gain => {
  const gain = { people: 0, hamletsServed: 0, hamletsReached: 0 };
  for (let h = 0; h + 1 < hamletStart.length; h++) {
    const [from, to] = [hamletStart[h], hamletStart[h + 1]];
    let better = false;
    for (let point = from; point < to; point++) {
      if (!changes.some(({ was, is }) => is(point) && !was(point))) continue;
      gain.people += people[point];
      better = true;
    }
    if (!better) continue;
    const statuses = changes.map(({ was, is }) => [statusIn(was, from, to), statusIn(is, from, to)]);
    if (statuses.some(([was, is]) => is === 'served' && was !== 'served')) gain.hamletsServed++;
    if (statuses.some(([was, is]) => was === 'none' && is !== 'none')) gain.hamletsReached++;
  }
  return gain;
};

/** What sites add to today's service: for the operators on them, and for anyone whatever the operator. */
export const gainOf = (ground: SweepTerrain, added: Levels): { own: Gain; any: Gain } => ({
  own: gainBy(
    ground,
    [...added.keys()].map((o) => changeBy(ground, added, [o])),
  ),
  any: gainBy(ground, [changeBy(ground, added, [...ground.today.keys()])]),
});

/** People a site reaches, and of them those whom the same operator, or any, serves today. */
export const reachOf = (ground: SweepTerrain, levels: Levels): { people: number; own: number; any: number } => {
  const reached = servedBy(ground, levels, levels.keys());
  const own = servedBy(ground, ground.today, levels.keys());
  const any = servedBy(ground, ground.today, ground.today.keys());
  const sum = { people: 0, own: 0, any: 0 };
  ground.people.forEach((people, point) => {
    if (people === 0 || !reached(point)) return;
    sum.people += people;
    if (own(point)) sum.own += people;
    if (any(point)) sum.any += people;
  });
  return sum;
};

/**
 * What is left of a site's own gain when its tenants hang elsewhere: people, centres of hamlets, and whether that is
 * all of both.
 */
export const keptOf = (
  ground: SweepTerrain,
  levels: Levels,
  elsewhere: Levels,
): { people: number; centres: number; all: boolean } => {
  const parts = [...levels.keys()].map((o) => ({
    was: servedBy(ground, ground.today, [o]),
    is: servedBy(ground, levels, [o]),
    there: servedBy(ground, elsewhere, [o]),
  }));
  const centres = new Set(ground.hamletStart.subarray(0, -1));
  const kept = { people: 0, centres: 0, all: true };
  ground.people.forEach((people, point) => {
    const gained = parts.filter(({ was, is }) => is(point) && !was(point));
    if (gained.length === 0) return;
    const isCentre = centres.has(point);
    if (gained.every(({ there }) => there(point))) {
      kept.people += people;
      if (isCentre) kept.centres++;
    } else if (people > 0 || isCentre) kept.all = false;
  });
  return kept;
};
