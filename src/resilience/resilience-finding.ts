import type { ServiceStatus } from '../coverage/service/service-types.ts';
import { type Hamlet, peopleOf } from '../model/hamlet.ts';
import { type FailureGroup, failureGroups } from './failure-groups.ts';
import { resilienceRows } from './parameters.ts';
import {
  countedSites,
  type Failure,
  type HamletThreads,
  type ResilienceFinding,
  type ResilienceNote,
  type ResilienceQuestion,
  type ResilienceScene,
} from './resilience-types.ts';
import type { HamletHold, PointThreads } from './threads.ts';

const statusBy = ([centre, ...clusters]: readonly PointThreads[]): ServiceStatus => {
  if (centre.sites.length === 0) return 'none';
  return clusters.every(({ sites }) => sites.length > 0) ? 'served' : 'partial';
};

const threadsOf = (hamlet: Hamlet, { points, second }: HamletHold, { sites }: ResilienceScene): HamletThreads => {
  const [centre, ...clusters] = points;
  return {
    hamletId: hamlet.id,
    name: hamlet.name,
    communeCode: hamlet.communeCode,
    position: hamlet.centre,
    people: peopleOf(hamlet),
    status: statusBy(points),
    sites: centre.sites.length,
    isAtLeast: centre.sites.length === countedSites,
    hangsOn: centre.sites.length === 1 ? sites[centre.sites[0]].id : null,
    peopleOnOneSite: hamlet.clusters.reduce(
      (sum, { people }, i) => sum + (clusters[i].sites.length === 1 ? people : 0),
      0,
    ),
    second,
  };
};

/** What is lost where `isLost` says so of a place. */
const lossOf = (
  scene: ResilienceScene,
  holds: readonly HamletHold[],
  indices: readonly number[],
  isLost: (point: PointThreads) => boolean,
): Pick<Failure, 'people' | 'hamletIds' | 'partHamletIds'> => {
  const hamletIds: string[] = [];
  const partHamletIds: string[] = [];
  let people = 0;
  for (const h of indices) {
    const { id, clusters } = scene.hamlets[h];
    const [centre, ...homes] = holds[h].points;
    if (isLost(centre)) hamletIds.push(id);
    else if (homes.some(isLost)) partHamletIds.push(id);
    homes.forEach((point, c) => {
      if (isLost(point)) people += clusters[c].people;
    });
  }
  return { people, hamletIds, partHamletIds };
};

/** Hamlets by what takes some of their places, so that each failure looks at its own alone. */
const hamletsBy = (holds: readonly HamletHold[], keysOf: (point: PointThreads) => readonly number[]) => {
  const found = new Map<number, number[]>();
  holds.forEach(({ points }, h) => {
    for (const key of new Set(points.flatMap(keysOf))) {
      const known = found.get(key);
      if (known) known.push(h);
      else found.set(key, [h]);
    }
  });
  return found;
};

const onlySite = ({ sites }: PointThreads): readonly number[] => (sites.length === 1 ? sites : []);

const worstFirst = (a: Failure, b: Failure): number =>
  b.people - a.people || b.hamletIds.length - a.hamletIds.length || (a.id < b.id ? -1 : 1);

const failuresOf = (
  scene: ResilienceScene,
  groups: readonly FailureGroup[],
  holds: readonly HamletHold[],
): Failure[] => {
  const bySite = [...hamletsBy(holds, onlySite)].map(([s, hamlets]): Failure => {
    const { id } = scene.sites[s];
    return {
      kind: 'site',
      id,
      name: id,
      sites: 1,
      ...lossOf(scene, holds, hamlets, (point) => point.sites.length === 1 && point.sites[0] === s),
    };
  });
  const byGroup = [...hamletsBy(holds, ({ lostWith }) => lostWith)].map(([g, hamlets]): Failure => {
    const { kind, id, name, sites } = groups[g];
    return {
      kind,
      id,
      name,
      sites: sites.size,
      ...lossOf(scene, holds, hamlets, (point) => point.lostWith.includes(g)),
    };
  });
  const kinds: Failure['kind'][] = ['site', 'backhaul', 'grid'];
  return kinds.flatMap((kind) => [...bySite, ...byGroup].filter((failure) => failure.kind === kind).sort(worstFirst));
};

/** What every site's threads come to: who hangs by one, what each failure takes, worst first. */
export const resilienceFinding = (
  scene: ResilienceScene,
  question: ResilienceQuestion,
  holds: readonly HamletHold[],
): ResilienceFinding => {
  const peopleBySites = new Array<number>(countedSites + 1).fill(0);
  const hamletsBySites = new Array<number>(countedSites + 1).fill(0);
  scene.hamlets.forEach(({ clusters }, h) => {
    const [centre, ...homes] = holds[h].points;
    hamletsBySites[centre.sites.length]++;
    clusters.forEach(({ people }, c) => {
      peopleBySites[homes[c].sites.length] += people;
    });
  });
  const fed = new Set(question.backhaul.map(({ siteId }) => siteId)).size;
  const notes: [ResilienceNote, boolean][] = [
    ['backhaul-unknown', fed === 0],
    ['backhaul-partly', fed > 0 && fed < scene.sites.length],
    ['own-power-unknown', true],
  ];
  const names: readonly string[] = resilienceRows;
  return {
    question,
    settings: scene.settings,
    people: scene.hamlets.reduce((sum, hamlet) => sum + peopleOf(hamlet), 0),
    peopleBySites,
    hamletsBySites,
    hamlets: scene.hamlets.map((hamlet, h) => threadsOf(hamlet, holds[h], scene)),
    failures: failuresOf(scene, failureGroups(scene, question), holds),
    notes: notes.filter(([, is]) => is).map(([note]) => note),
    parameters: scene.parameters.filter(({ name }) => names.includes(name)),
  };
};
