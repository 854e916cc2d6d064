import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv } from '../../files/office/csv.ts';
import { ProblemList, refuse } from '../../files/problem-list.ts';
import type { PathProfile } from '../../radio/profile.ts';
import { NumberRow } from './path-row.ts';

export interface ZonedProfile {
  profile: PathProfile;
  zone: Uint8Array;
}

/** @throws InputError where there is no such file, or it is none */
export const readBytes = (path: string): Uint8Array => {
  try {
    // a pipe or a device may never end
    if (statSync(path).isFile()) return readFileSync(path);
    throw refuse({ file: path, place: '', value: '', rule: 'not-this-format', ruleValues: { expected: 'file' } });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw refuse({ file: path, place: '', value: '', rule: 'missing-file' });
  }
};

const readProfile = (path: string): ZonedProfile => {
  const rows = readCsv(readBytes(path), path);
  const problems = new ProblemList();
  const n = rows.length;
  const distanceKm = new Float64Array(n);
  const heightM = new Float64Array(n);
  const clutterM = new Float64Array(n);
  const zone = new Uint8Array(n);
  rows.forEach((values, i) => {
    const row = new NumberRow(values, path, `row ${i + 2}`, problems);
    const nearest = i === 0 ? 0 : distanceKm[i - 1];
    distanceKm[i] = row.number('d_km', { min: nearest, above: i > 0, max: i === 0 ? 0 : 3000 });
    heightM[i] = row.number('h_m');
    clutterM[i] = row.optional('clutter_m', 0, { min: 0 });
    zone[i] = row.oneOf('zone', [1, 3, 4], 4);
  });
  if (n < 3) {
    problems.error({
      file: path,
      place: 'rows',
      value: String(n),
      rule: 'out-of-range',
      ruleValues: { min: 3 },
    });
  }
  problems.throwIfErrors(path);
  return { profile: { distanceKm, heightM, clutterM, unknownShare: 0 }, zone };
};

/** Reads each profile of a folder once, by its file name. */
export const profilesOf = <T>(folder: string, make: (read: ZonedProfile, path: string) => T): ((name: string) => T) => {
  const profiles = new Map<string, T>();
  return (name) => {
    const path = join(folder, name);
    const known = profiles.get(name) ?? make(readProfile(path), path);
    profiles.set(name, known);
    return known;
  };
};
