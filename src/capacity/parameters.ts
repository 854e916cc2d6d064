import type { Parameter, Range } from '../model/facts.ts';
import { InputError, type Problem } from '../model/problem.ts';

/** Rows of the table that a capacity run takes, with the unit each must have there. */
const rows = {
  gigabytesPerMonth: ['traffic_per_head', 'GB/month/person'],
  busyHourPercent: ['traffic_busy_hour', '%'],
  downlinkPercent: ['traffic_downlink', '%'],
  deviceNoiseDb: ['device_noise_figure', 'dB'],
  stationNoiseDb: ['station_noise_figure', 'dB'],
  tddDownlinkPercent: ['tdd_downlink_share', '%'],
} as const;

export type CapacityParameters = Record<keyof typeof rows, Range>;

export const capacityRows: readonly string[] = Object.values(rows).map(([name]) => name);

/** @throws InputError that lists every row that is missing or stands in another unit */
export const capacityParameters = (parameters: readonly Parameter[]): CapacityParameters => {
  const byName = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const problems: Problem[] = [];
  const refuse = (place: string, value: string, rule: Problem['rule'], ruleValues: Problem['ruleValues']) =>
    problems.push({
      file: 'facts/parameters.json',
      place,
      value,
      rule,
      ruleValues: ruleValues ?? {},
      severity: 'error',
    });
  const picked = Object.entries(rows).map(([figure, [name, unit]]): [string, Range] => {
    const row = byName.get(name);
    if (!row) refuse(name, '', 'missing-field', { field: name });
    else if (row.unit !== unit) refuse(`${name}.unit`, row.unit, 'not-one-of', { allowed: unit });
    return [figure, { low: row?.low ?? 0, central: row?.central ?? 0, high: row?.high ?? 0 }];
  });
  if (problems.length > 0) throw new InputError(problems);
  return Object.fromEntries(picked) as CapacityParameters;
};

const bitsPerGigabyte = 8e9;
const daysPerMonth = 30;
const secondsPerHour = 3600;

/** Downlink kbit/s that one person uses in the busy hour. */
export const demandKbps = ({ gigabytesPerMonth, busyHourPercent, downlinkPercent }: CapacityParameters): Range => {
  const at = (end: keyof Range): number =>
    (((gigabytesPerMonth[end] * bitsPerGigabyte) / daysPerMonth) *
      (busyHourPercent[end] / 100) *
      (downlinkPercent[end] / 100)) /
    secondsPerHour /
    1000;
  return { low: at('low'), central: at('central'), high: at('high') };
};
