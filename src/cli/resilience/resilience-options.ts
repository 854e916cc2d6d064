import { parseArgs } from 'node:util';
import type { Language } from '../../i18n/languages.ts';
import { type Technology, technologies } from '../../model/site.ts';
import { mostBatteryHours } from '../../resilience/resilience-scene.ts';
import type { BackhaulLink } from '../../resilience/resilience-types.ts';
import { UsageError } from '../command.ts';
import { numberIn, oneOf } from '../option-values.ts';

export interface ResilienceOptions {
  pack: string;
  study: string | null;
  scenario: string | null;
  out: string;
  lang: Language;
  /** Null for any operator's service. */
  operator: string | null;
  /** Null for what the study is about. */
  technology: Technology | null;
  /** Code of a commune, a district or an area; null for the whole pack. */
  area: string | null;
  /** Null for the pack's own figure. */
  batteryHours: number | null;
  backhaul: BackhaulLink[];
}

const linkOf = (text: string): BackhaulLink => {
  const [siteId, parentId, more] = text.split('>').map((part) => part.trim());
  if (!siteId || !parentId || more !== undefined)
    throw new UsageError(`--backhaul must be SITE>PARENT, as 'TN-0012>TN-0345', not '${text}'.`);
  return { siteId, parentId };
};

/** @throws UsageError that names the option and what it should be. */
export const readResilienceOptions = (args: readonly string[], defaultPack: string): ResilienceOptions => {
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
      area: { type: 'string' },
      'battery-hours': { type: 'string' },
      backhaul: { type: 'string', multiple: true, default: [] },
    },
  });
  const { technology, operator, 'battery-hours': hours } = values;
  if (!values.out)
    throw new UsageError("--out DIR is missing: where should the files go? 'resilience --help' tells more.");
  return {
    pack: values.pack,
    study: values.study ?? null,
    scenario: values.scenario ?? null,
    out: values.out,
    lang: oneOf('lang', values.lang, ['vi', 'en']),
    operator: operator === 'any' ? null : operator,
    technology: technology === undefined ? null : oneOf('technology', technology, technologies),
    area: values.area ?? null,
    batteryHours: hours === undefined ? null : numberIn('battery-hours', hours, 0, mostBatteryHours),
    backhaul: values.backhaul.map(linkOf),
  };
};
