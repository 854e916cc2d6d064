import { parseArgs } from 'node:util';
import { type FibreQuestion, orderings } from '../../fibre/fibre-types.ts';
import { buildChoices } from '../../fibre/graph/laying-cost.ts';
import type { Language } from '../../i18n/languages.ts';
import { UsageError } from '../command.ts';
import { oneOf } from '../option-values.ts';

export interface FibreOptions {
  pack: string;
  out: string;
  lang: Language;
  /** Code of a commune, a district or an area; null for the whole pack. */
  area: string | null;
  question: Omit<FibreQuestion, 'communeCodes'>;
  /** Sites that are said to have fibre. */
  lit: string[];
}

/** @throws UsageError that names the option and what it should be. */
export const readFibreOptions = (args: readonly string[], defaultPack: string): FibreOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pack: { type: 'string', default: defaultPack },
      out: { type: 'string' },
      lang: { type: 'string', default: 'vi' },
      area: { type: 'string' },
      build: { type: 'string', default: 'aerial' },
      order: { type: 'string', default: 'homes' },
      zoom: { type: 'string', default: '10' },
      lit: { type: 'string', multiple: true, default: [] },
    },
  });
  if (!values.out) throw new UsageError("--out DIR is missing: where should the files go? 'fibre --help' tells more.");
  return {
    pack: values.pack,
    out: values.out,
    lang: oneOf('lang', values.lang, ['vi', 'en']),
    area: values.area ?? null,
    question: {
      build: oneOf('build', values.build, buildChoices),
      orderBy: oneOf('order', values.order, orderings),
      zoom: Number(oneOf('zoom', values.zoom, ['10', '11'])),
      poorHomes: {},
    },
    lit: values.lit,
  };
};
