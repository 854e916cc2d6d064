import type { UnitsOfPack } from '../../src/geo/units/other-units.ts';
import type { OtherUnits, UnitVintage } from '../../src/model/other-units.ts';
import { runTask } from '../task.ts';

/** The units of another vintage on a pack's ground; null where it is not known which they are. */
export const readOtherUnitsInWorker = (
  { communes, province }: UnitsOfPack,
  vintage: UnitVintage,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<OtherUnits | null> =>
  runTask({
    name: 'units',
    spawn: () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
    inline: async () => (await import('./api.ts')).unitsApi,
    run: (api) => api.otherUnits({ communes, province }, vintage),
    signal,
  });
