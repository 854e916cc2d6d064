import { parseArgs } from 'node:util';
import type { Language } from '../../i18n/languages.ts';
import {
  defaultSharingRules,
  type MergeKey,
  type SharingLocks,
  type SharingObjective,
  type SharingRules,
  sharingObjectives,
} from '../../sharing/plan/plan-types.ts';
import { UsageError } from '../command.ts';

/** low, central and high of a parameter, as given on the command line. */
export interface ParameterChange {
  name: string;
  low: number;
  central: number;
  high: number;
}

export interface SharingOptions {
  pack: string;
  out: string;
  lang: Language;
  rules: SharingRules;
  objective: SharingObjective;
  locks: SharingLocks;
  parameters: ParameterChange[];
  timeLimitS: number;
  exact: boolean;
  frontier: boolean;
  /** Files of planned masts. */
  planned: string[];
}

const numberOf = (name: string, text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new UsageError(`--${name} is '${text}'; it takes a number.`);
  return value;
};

const oneOf = <T extends string>(name: string, text: string, allowed: readonly T[]): T => {
  const found = allowed.find((one) => one === text);
  if (!found) throw new UsageError(`--${name} is '${text}'; it takes ${allowed.join(', ')}.`);
  return found;
};

const within = (name: string, value: number, min: number, max: number): number => {
  if (value < min || value > max) throw new UsageError(`--${name} is ${value}; it takes ${min} to ${max}.`);
  return value;
};

const mergeOf =
  (name: string) =>
  (text: string): MergeKey => {
    const [donorId, hostId, more] = text.split('>').map((part) => part.trim());
    if (!donorId || !hostId || more !== undefined)
      throw new UsageError(`--${name} is '${text}'; it takes MOVED>HOST, as TN-0012>TN-0345.`);
    return { hostId, donorId };
  };

const changeOf = (text: string): ParameterChange => {
  const [name, figures = ''] = text.split('=');
  const [low, central, high, more] = figures.split(',').map(Number);
  if (!name || more !== undefined || ![low, central, high].every(Number.isFinite))
    throw new UsageError(`--set is '${text}'; it takes NAME=LOW,CENTRAL,HIGH, as coloc_capex=30e6,60e6,100e6.`);
  return { name, low, central, high };
};

export const readSharingOptions = (args: readonly string[], defaultPack: string): SharingOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string', default: defaultPack },
      out: { type: 'string' },
      lang: { type: 'string', default: 'vi' },
      target: { type: 'string' },
      definition: { type: 'string', default: defaultSharingRules.definition },
      objective: { type: 'string', default: 'reach-target' },
      'urban-distance': { type: 'string' },
      'rural-distance': { type: 'string' },
      tenants: { type: 'string' },
      spacing: { type: 'string' },
      force: { type: 'string', multiple: true, default: [] },
      forbid: { type: 'string', multiple: true, default: [] },
      set: { type: 'string', multiple: true, default: [] },
      'time-limit': { type: 'string' },
      greedy: { type: 'boolean', default: false },
      frontier: { type: 'boolean', default: false },
      planned: { type: 'string', multiple: true, default: [] },
    },
  });
  if (!values.out)
    throw new UsageError("--out DIR is missing: where should the files go? 'sharing --help' tells more.");
  const rule = (name: 'urban-distance' | 'rural-distance', otherwise: number): number =>
    within(name, numberOf(name, values[name], otherwise), 1, 5000);
  const tenants = within('tenants', numberOf('tenants', values.tenants, defaultSharingRules.maxTenants), 2, 4);
  if (!Number.isInteger(tenants)) throw new UsageError(`--tenants is ${tenants}; it takes 2, 3 or 4.`);
  const { tenantSpacingM, urbanDistanceM, ruralDistanceM, targetRate } = defaultSharingRules;
  return {
    pack: values.pack,
    out: values.out,
    lang: oneOf('lang', values.lang, ['vi', 'en']),
    rules: {
      definition: oneOf('definition', values.definition, ['D1', 'D2']),
      targetRate: numberOf('target', values.target, targetRate),
      urbanDistanceM: rule('urban-distance', urbanDistanceM),
      ruralDistanceM: rule('rural-distance', ruralDistanceM),
      maxTenants: tenants,
      tenantSpacingM: within('spacing', numberOf('spacing', values.spacing, tenantSpacingM), 0, 50),
    },
    objective: oneOf('objective', values.objective, sharingObjectives),
    locks: { forced: values.force.map(mergeOf('force')), forbidden: values.forbid.map(mergeOf('forbid')) },
    parameters: values.set.map(changeOf),
    timeLimitS: within('time-limit', numberOf('time-limit', values['time-limit'], 60), 0, 3600),
    exact: !values.greedy,
    frontier: values.frontier,
    planned: values.planned,
  };
};
