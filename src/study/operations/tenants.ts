import type { Cell, Tenant } from '../../model/site.ts';
import { type Outcome, type Refusal, refused } from '../moment.ts';
import type { Study } from '../study.ts';
import { withTenants } from './sites.ts';

interface TenantKey {
  siteId: string;
  operator: string;
}

const noTenant = ({ siteId, operator }: TenantKey): Refusal =>
  refused('no-such-entry', { id: `${siteId}/${operator}` });

/** Puts an operator on a site. */
export const addTenant = (study: Study, { siteId, tenant }: { siteId: string; tenant: Tenant }): Outcome =>
  withTenants(study, 'addTenant', siteId, (tenants) => [...tenants, tenant]);

/** Changes the height of a tenant's antennas. */
export const editTenant = (
  study: Study,
  { antennaHeightM, gesture, ...key }: TenantKey & { antennaHeightM: number; gesture?: string },
): Outcome => changeTenant(study, 'editTenant', key, (tenant) => ({ ...tenant, antennaHeightM }), gesture);

/** Takes an operator off a site; the site stays. */
export const deleteTenant = (study: Study, key: TenantKey): Outcome =>
  withTenants(study, 'deleteTenant', key.siteId, (tenants) => {
    const left = tenants.filter(({ operator }) => operator !== key.operator);
    return left.length === tenants.length ? noTenant(key) : left;
  });

/** Adds a carrier to a tenant. */
export const addCell = (study: Study, { cell, ...key }: TenantKey & { cell: Cell }): Outcome =>
  changeTenant(study, 'addCell', key, (tenant) => ({ ...tenant, cells: [...tenant.cells, cell] }));

/** Changes a carrier: technology, band, power, antenna, azimuth, tilts. */
export const editCell = (
  study: Study,
  {
    cellId,
    change,
    gesture,
    ...key
  }: TenantKey & { cellId: string; change: Partial<Omit<Cell, 'id'>>; gesture?: string },
): Outcome =>
  changeTenant(
    study,
    'editCell',
    key,
    (tenant) =>
      tenant.cells.some(({ id }) => id === cellId)
        ? { ...tenant, cells: tenant.cells.map((cell) => (cell.id === cellId ? { ...cell, ...change } : cell)) }
        : refused('no-such-entry', { id: cellId }),
    gesture,
  );

/** Takes a carrier away. */
export const deleteCell = (study: Study, { cellId, ...key }: TenantKey & { cellId: string }): Outcome =>
  changeTenant(study, 'deleteCell', key, (tenant) => {
    const cells = tenant.cells.filter(({ id }) => id !== cellId);
    return cells.length === tenant.cells.length ? refused('no-such-entry', { id: cellId }) : { ...tenant, cells };
  });

const changeTenant = (
  study: Study,
  operation: 'editTenant' | 'addCell' | 'editCell' | 'deleteCell',
  key: TenantKey,
  change: (tenant: Tenant) => Tenant | Refusal,
  gesture?: string,
): Outcome =>
  withTenants(
    study,
    operation,
    key.siteId,
    (tenants) => {
      const at = tenants.findIndex(({ operator }) => operator === key.operator);
      if (at < 0) return noTenant(key);
      const after = change(tenants[at]);
      return 'refused' in after ? after : tenants.with(at, after);
    },
    gesture,
  );
