import { parseArgs } from 'node:util';
import type { Language } from '../../i18n/languages.ts';
import type { LonLat } from '../../model/place.ts';
import type { Technology } from '../../model/site.ts';
import { mastHeightsM } from '../../rollout/rollout-scene.ts';
import { defaultRolloutQuestion, type RolloutQuestion } from '../../rollout/rollout-types.ts';
import { UsageError } from '../command.ts';
import { numberIn, oneOf } from '../option-values.ts';

export interface RolloutOptions {
  pack: string;
  study: string | null;
  scenario: string | null;
  out: string;
  lang: Language;
  /** One operator, any of them, or each in turn. */
  operator: string;
  /** Null for what the study is about. */
  technology: Technology | null;
  /** Codes of communes, districts or areas; none for the whole pack. */
  areas: readonly string[];
  question: Omit<RolloutQuestion, 'operator' | 'communeCodes'>;
  whereNextOnly: boolean;
}

/** More than anybody spends on one province. */
const mostVnd = 1e15;
const mostYears = 50;
/** Longer than anybody waits for a proof. */
const mostSeconds = 86_400;

const placeOf = (text: string): LonLat => {
  const [lon, lat, more] = text.split(',').map((part) => numberIn('place', part, -180, 180));
  if (lat === undefined || more !== undefined) throw new UsageError(`--place must be LON,LAT, not '${text}'.`);
  return [lon, lat];
};

const goalOf = (budget: string | undefined, share: string | undefined): RolloutQuestion['goal'] => {
  if (budget !== undefined && share !== undefined)
    throw new UsageError('--budget and --share are two goals: give one of them.');
  if (budget !== undefined) return { kind: 'budget', vnd: numberIn('budget', budget, 1, mostVnd) };
  return share === undefined ? { kind: 'all' } : { kind: 'share', share: numberIn('share', share, 0.001, 1) };
};

const phasesOf = (years: string | undefined, yearly: string | undefined): RolloutQuestion['phases'] => {
  if (years === undefined && yearly === undefined) return null;
  if (years === undefined || yearly === undefined)
    throw new UsageError('--years N and --yearly VND go together: how many years, and what each may cost.');
  return {
    years: Math.floor(numberIn('years', years, 1, mostYears)),
    yearlyVnd: numberIn('yearly', yearly, 1, mostVnd),
  };
};

/** @throws UsageError that names the option and what it should be. */
export const readRolloutOptions = (args: readonly string[], defaultPack: string): RolloutOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string', default: defaultPack },
      study: { type: 'string' },
      scenario: { type: 'string' },
      out: { type: 'string' },
      lang: { type: 'string', default: 'vi' },
      operator: { type: 'string', default: 'any' },
      technology: { type: 'string' },
      area: { type: 'string', multiple: true, default: [] },
      height: { type: 'string', multiple: true, default: [] },
      budget: { type: 'string' },
      share: { type: 'string' },
      years: { type: 'string' },
      yearly: { type: 'string' },
      time: { type: 'string', default: String(defaultRolloutQuestion.timeLimitS) },
      force: { type: 'string', multiple: true, default: [] },
      forbid: { type: 'string', multiple: true, default: [] },
      place: { type: 'string', multiple: true, default: [] },
      'where-next-only': { type: 'boolean', default: false },
    },
  });
  const { technology, height } = values;
  if (!values.out)
    throw new UsageError("--out DIR is missing: where should the files go? 'rollout --help' tells more.");
  return {
    pack: values.pack,
    study: values.study ?? null,
    scenario: values.scenario ?? null,
    out: values.out,
    lang: oneOf('lang', values.lang, ['vi', 'en']),
    operator: values.operator,
    technology: technology === undefined ? null : oneOf('technology', technology, ['4G', '5G'] as const),
    areas: values.area,
    question: {
      heightsM:
        height.length === 0
          ? defaultRolloutQuestion.heightsM
          : height.map((text) => numberIn('height', text, mastHeightsM.min, mastHeightsM.max)),
      goal: goalOf(values.budget, values.share),
      locks: { forced: values.force, forbidden: values.forbid, places: values.place.map(placeOf) },
      timeLimitS: numberIn('time', values.time, 1, mostSeconds),
      phases: phasesOf(values.years, values.yearly),
    },
    whereNextOnly: values['where-next-only'],
  };
};
