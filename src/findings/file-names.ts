import type { HamletStatus } from './findings.ts';

/**
 * What a service status is called in files and in addresses of the app. `hole`, a signal hole, is a hamlet whose centre is
 * reached and some of whose homes are not; `unknown` one without terrain, `absent` one whose network has nothing of the technology.
 */
export const statusInFiles: Readonly<Record<HamletStatus, string>> = {
  served: 'served',
  partial: 'hole',
  none: 'none',
  unknown: 'unknown',
  absent: 'absent',
};

/** Fields of what was found and how files name them; all others have one name. */
const fieldInFiles: Readonly<Record<string, string>> = {
  bestLevelDbm: 'bestRsrpDbm',
  clusterLevelDbm: 'clusterRsrpDbm',
  donor: 'moved',
  donorId: 'movedId',
  levelDbm: 'rsrpDbm',
  monteCarlo: 'spread',
  partial: 'hole',
  proposedSites: 'towers',
  structuralCheck: 'bearing',
  tornado: 'swings',
};

/** An entry as files tell it where there are no districts. */
export const withoutDistrict = <E extends { districtCode: string; districtName: string }>({
  districtCode: _,
  districtName: __,
  ...entry
}: E): Omit<E, 'districtCode' | 'districtName'> => entry;

/** Fields whose own fields are ids, which are nobody's to rename. */
const keyedByIds: ReadonlySet<string> = new Set(['byOperator']);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const nameIn = (names: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(names, name) ? names[name] : name;

/** What was found as files tell it: the same values in the same order, under the names that files have had from the first. */
export const withFileNames = (value: unknown, areIds = false): unknown => {
  if (Array.isArray(value)) return value.map((one) => withFileNames(one));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [
      areIds ? name : nameIn(fieldInFiles, name),
      name === 'status' && typeof of === 'string' && !areIds
        ? nameIn(statusInFiles, of)
        : withFileNames(of, keyedByIds.has(name)),
    ]),
  );
};
