import type { ServiceResult, ServiceSettings } from '../../coverage/service/service-types.ts';
import { isServed } from '../../coverage/service/status.ts';
import type { Pack } from '../../model/pack.ts';
import type { ServiceChange, ServiceEffect } from '../plan/plan-types.ts';
import type { Level } from './service-check.ts';

/** Changes listed one by one; the rest are only counted. */
const mostListed = 200;
/** Levels that differ by less are as before: less than a receiver shows. */
const noticeableDb = 1;

/** A hundredth of a decibel: finer digits differ from one JavaScript engine to the next. */
const rounded = (dbm: number): number => Math.round(dbm * 100) / 100;

const inOrder = (a: ServiceChange, b: ServiceChange): number => {
  const [x, y] = [a, b].map(({ hamletId, point, operator }) => `${hamletId} ${point} ${operator}`);
  return x < y ? -1 : 1;
};

/** Today's and the plan's service wherever a site that the plan takes down gives it today. */
export const serviceEffect = (
  pack: Pack,
  service: ServiceResult,
  { thresholdDbm }: ServiceSettings,
  donorIds: ReadonlySet<string>,
  levels: readonly Level[],
): ServiceEffect => {
  const { operators } = service;
  const counts = operators.map(() => ({ before: 0, after: 0 }));
  service.levelDbm.forEach((rsrp, entry) => {
    if (isServed(rsrp, thresholdDbm) && donorIds.has(pack.sites[service.site[entry]].id))
      counts[entry % operators.length].before++;
  });
  const places = pack.hamlets.flatMap(({ id, clusters }): Pick<ServiceChange, 'hamletId' | 'point'>[] => [
    { hamletId: id, point: 'centre' },
    ...clusters.map((_, cluster) => ({ hamletId: id, point: cluster })),
  ]);
  const changes = levels.map(({ entry, levelDbm, siteId }): ServiceChange => {
    counts[entry % operators.length].after++;
    return {
      ...places[Math.floor(entry / operators.length)],
      operator: operators[entry % operators.length],
      beforeDbm: rounded(service.levelDbm[entry]),
      afterDbm: rounded(levelDbm),
      beforeSiteId: pack.sites[service.site[entry]].id,
      afterSiteId: siteId,
    };
  });
  const gain = ({ beforeDbm, afterDbm }: ServiceChange): number => rounded(afterDbm - beforeDbm);
  changes.sort((a, b) => gain(a) - gain(b) || inOrder(a, b));
  return {
    byOperator: Object.fromEntries(operators.map((operator, o) => [operator, counts[o]])),
    better: changes.filter((change) => gain(change) > noticeableDb).length,
    same: changes.filter((change) => Math.abs(gain(change)) <= noticeableDb).length,
    weaker: changes.filter((change) => gain(change) < -noticeableDb).length,
    weakest: changes.slice(0, mostListed),
  };
};
