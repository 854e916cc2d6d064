import { communeFinder } from '../../files/vector/locate.ts';
import type { LonLat } from '../../model/place.ts';
import type { Site, Tenant } from '../../model/site.ts';
import { layerOf } from '../apply-scenario.ts';
import { idOf } from '../layers.ts';
import { type OperationId, type Outcome, type Refusal, refused } from '../moment.ts';
import { changeOf, entryOf, put, type Study } from '../study.ts';
import { unfitField } from '../study-schema.ts';

/** The model's bound on tenants of one structure. */
const maxTenants = 4;

/** Why a site can't be as it is; null where it can. */
export const siteProblem = (study: Study, site: Site): Refusal | null => {
  const { id, heightM, tenants } = site;
  const { operators, bands } = study.base.pack.facts;
  const antennas = layerOf(study, 'antennas');
  if (tenants.length === 0) return refused('last-tenant', { site: id });
  if (tenants.length > maxTenants) return refused('too-many-tenants', { max: maxTenants });
  const there = new Set<string>();
  const cells = new Set<string>();
  for (const { operator, antennaHeightM, cells: own } of tenants) {
    if (!operators.some((known) => known.id === operator)) return refused('unknown-reference', { value: operator });
    if (there.has(operator)) return refused('operator-there', { operator, site: id });
    there.add(operator);
    if (!(antennaHeightM > 0)) return refused('out-of-range', { field: 'antennaHeightM', min: 0, max: heightM });
    if (antennaHeightM > heightM) return refused('above-the-mast', { antennaHeightM, heightM });
    for (const cell of own) {
      if (cells.has(cell.id)) return refused('id-taken', { id: cell.id });
      cells.add(cell.id);
      if (!bands.some((known) => known.id === cell.band)) return refused('unknown-reference', { value: cell.band });
      if (!antennas.some((known) => known.id === cell.antenna)) {
        return refused('unknown-reference', { value: cell.antenna });
      }
    }
  }
  const field = unfitField('sites', site);
  return field === null ? null : refused('out-of-range', { field });
};

/** The moment that makes a site what it is to be, or why it can't be. */
const siteMoment = (study: Study, operation: OperationId, site: Site, gesture?: string): Outcome => {
  const commune = communeFinder(study.base.pack.communes)(site.position);
  if (!commune) return refused('outside-province', { id: site.id });
  // a site keeps the commune it states until it is put somewhere else
  const before = entryOf(study, 'sites', site.id);
  const moved = !before || before.position[0] !== site.position[0] || before.position[1] !== site.position[1];
  const after = moved ? { ...site, communeCode: commune.code } : site;
  return (
    siteProblem(study, after) ?? {
      note: { operation, subject: site.id },
      changes: [put(study, 'sites', after)],
      ...(gesture !== undefined && { gesture }),
    }
  );
};

const siteOf = (study: Study, id: string): Site | Refusal =>
  entryOf(study, 'sites', id) ?? refused('no-such-entry', { id });

/** A new site; its commune is the one it lies in. */
export const addSite = (study: Study, { site }: { site: Omit<Site, 'communeCode'> }): Outcome =>
  entryOf(study, 'sites', site.id)
    ? refused('id-taken', { id: site.id })
    : siteMoment(study, 'addSite', { ...site, communeCode: '' });

/** Moves a site; moves of one gesture count as one. */
export const moveSite = (
  study: Study,
  { id, position, gesture }: { id: string; position: LonLat; gesture?: string },
): Outcome => {
  const site = siteOf(study, id);
  return 'refused' in site ? site : siteMoment(study, 'moveSite', { ...site, position }, gesture);
};

/** Changes structure, height or owner. */
export const editSite = (
  study: Study,
  {
    id,
    change,
    gesture,
  }: { id: string; change: Partial<Pick<Site, 'structure' | 'heightM' | 'owner'>>; gesture?: string },
): Outcome => {
  const site = siteOf(study, id);
  return 'refused' in site ? site : siteMoment(study, 'editSite', { ...site, ...change }, gesture);
};

/** Takes a site down, and the planner's decisions that name it with it. */
export const deleteSite = (study: Study, { id }: { id: string }): Outcome => {
  const site = siteOf(study, id);
  if ('refused' in site) return site;
  const locks = layerOf(study, 'locks').filter(({ hostId, movedId }) => hostId === id || movedId === id);
  return {
    note: { operation: 'deleteSite', subject: id },
    changes: [
      changeOf(study, 'sites', id, null),
      ...locks.map((lock) => changeOf(study, 'locks', idOf('locks', lock), null)),
    ],
  };
};

/** Changes the tenants of a site through a function; the operations on tenants and cells are made of it. */
export const withTenants = (
  study: Study,
  operation: OperationId,
  siteId: string,
  change: (tenants: readonly Tenant[]) => readonly Tenant[] | Refusal,
  gesture?: string,
): Outcome => {
  const site = siteOf(study, siteId);
  if ('refused' in site) return site;
  const tenants = change(site.tenants);
  return 'refused' in tenants ? tenants : siteMoment(study, operation, { ...site, tenants }, gesture);
};
