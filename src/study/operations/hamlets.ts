import { communeFinder } from '../../files/vector/locate.ts';
import { type Hamlet, peopleOf } from '../../model/hamlet.ts';
import type { LonLat } from '../../model/place.ts';
import { type OperationId, type Outcome, type Refusal, refused } from '../moment.ts';
import { changeOf, entryOf, put, type Study } from '../study.ts';
import { unfitField } from '../study-schema.ts';

const hamletOf = (study: Study, id: string): Hamlet | Refusal =>
  entryOf(study, 'hamlets', id) ?? refused('no-such-entry', { id });

const hamletMoment = (study: Study, operation: OperationId, hamlet: Hamlet, gesture?: string): Outcome => {
  if (peopleOf(hamlet) <= 0) return refused('no-people', { id: hamlet.id });
  const field = unfitField('hamlets', hamlet);
  if (field !== null) return refused('out-of-range', { field });
  return {
    note: { operation, subject: hamlet.name },
    changes: [put(study, 'hamlets', hamlet)],
    ...(gesture !== undefined && { gesture }),
  };
};

/** A new hamlet; its commune is the one its centre lies in. */
export const addHamlet = (study: Study, { hamlet }: { hamlet: Omit<Hamlet, 'communeCode'> }): Outcome => {
  if (entryOf(study, 'hamlets', hamlet.id)) return refused('id-taken', { id: hamlet.id });
  const commune = communeFinder(study.base.pack.communes)(hamlet.centre);
  if (!commune) return refused('outside-province', { id: hamlet.id });
  return hamletMoment(study, 'addHamlet', { ...hamlet, communeCode: commune.code });
};

/** Moves a hamlet's centre, its clusters with it. It keeps its commune: a border is not crossed by surveying better. */
export const moveHamlet = (
  study: Study,
  { id, centre, gesture }: { id: string; centre: LonLat; gesture?: string },
): Outcome => {
  const hamlet = hamletOf(study, id);
  if ('refused' in hamlet) return hamlet;
  if (!communeFinder(study.base.pack.communes)(centre)) return refused('outside-province', { id });
  const [east, north] = [centre[0] - hamlet.centre[0], centre[1] - hamlet.centre[1]];
  const clusters = hamlet.clusters.map(({ position, ...rest }) => ({
    ...rest,
    position: [position[0] + east, position[1] + north] as const,
  }));
  return hamletMoment(study, 'moveHamlet', { ...hamlet, centre, clusters }, gesture);
};

/** Changes a hamlet's name or number of households. */
export const editHamlet = (
  study: Study,
  { id, change }: { id: string; change: Partial<Pick<Hamlet, 'name' | 'households'>> },
): Outcome => {
  const hamlet = hamletOf(study, id);
  if ('refused' in hamlet) return hamlet;
  const after = { ...hamlet, ...change };
  return hamletMoment(study, 'editHamlet', { ...after, name: after.name.trim().normalize('NFC') });
};

/** Sets how many people live in a hamlet, shared over its clusters as they are now; the largest takes the rest. */
export const setPeople = (
  study: Study,
  { id, people, gesture }: { id: string; people: number; gesture?: string },
): Outcome => {
  const hamlet = hamletOf(study, id);
  if ('refused' in hamlet) return hamlet;
  if (!(Number.isInteger(people) && people > 0 && people <= 1e6)) {
    return refused('out-of-range', { field: 'people', min: 1, max: 1e6 });
  }
  const before = peopleOf(hamlet);
  const clusters = hamlet.clusters.map((cluster) => ({
    ...cluster,
    people: Math.floor((cluster.people / before) * people),
  }));
  const largest = hamlet.clusters.reduce((at, { people: n }, i, all) => (n > all[at].people ? i : at), 0);
  clusters[largest].people += people - clusters.reduce((sum, cluster) => sum + cluster.people, 0);
  return hamletMoment(study, 'setPeople', { ...hamlet, clusters }, gesture);
};

/** Says whether fibre reaches a hamlet. */
export const setFibre = (study: Study, { id, hasFibre }: { id: string; hasFibre: boolean }): Outcome => {
  const hamlet = hamletOf(study, id);
  if ('refused' in hamlet) return hamlet;
  if (hamlet.hasFibre === hasFibre) return refused('nothing-changes', { id });
  return hamletMoment(study, 'setFibre', { ...hamlet, hasFibre });
};

export const deleteHamlet = (study: Study, { id }: { id: string }): Outcome => {
  const hamlet = hamletOf(study, id);
  if ('refused' in hamlet) return hamlet;
  return {
    note: { operation: 'deleteHamlet', subject: hamlet.name },
    changes: [changeOf(study, 'hamlets', id, null)],
  };
};
