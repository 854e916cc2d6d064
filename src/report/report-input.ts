import { type Asked, askedOf } from '../coverage/service/asked.ts';
import type { ServiceSettings } from '../coverage/service/service-types.ts';
import type { Findings } from '../findings/findings.ts';
import type { Language } from '../i18n/languages.ts';
import { loadReportTexts, type ReportTexts } from '../i18n/load.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Letterhead } from '../model/letterhead.ts';
import type { Pack } from '../model/pack.ts';
import type { ClosingPlans } from './closing-plans.ts';
import type { ReportRaster } from './files/report-raster.ts';

/** The part of a pack that a report draws and lists: places and sites. Rasters stay behind. */
export type ReportPlaces = Pick<Pack, 'communes' | 'districts' | 'province' | 'sites' | 'fibreRoutes' | 'roads'> & {
  operators: Pack['facts']['operators'];
};

export const placesOf = ({ communes, districts, province, sites, fibreRoutes, roads, facts }: Pack): ReportPlaces => ({
  communes,
  districts,
  province,
  sites,
  fibreRoutes,
  roads,
  operators: facts.operators,
});

/** What a report is made of. Plain data: it crosses to a worker as it is. */
export interface ReportInput {
  findings: Findings;
  places: ReportPlaces;
  language: Language;
  letterhead: Letterhead;
  /** The scenario the findings are of; null for the pack as it is. */
  scenario: { name: string; changes: number } | null;
  /** What goes with it as GeoTIFF and over a globe. */
  rasters: readonly ReportRaster[];
  /** A page for each commune at the end: map, hamlets, gaps. */
  communeSheets: boolean;
  /** What closes the gaps, where it was worked out; the report has no chapter of it where it was not. */
  closing?: ClosingPlans | undefined;
}

/** Whoever renders says it in these: texts, numbers and dates of the report's language, and what it is about. */
export interface Texts extends Translator<ReportTexts> {
  asked: Asked;
}

/** Everything a renderer reads. */
export interface ReportContext extends ReportInput {
  texts: Texts;
}

/** Speaks of what was asked. */
export const textsAbout = async (service: ServiceSettings, language: Language): Promise<Texts> => ({
  ...(await loadReportTexts(language)),
  asked: askedOf(service),
});

/** The same where it is rendered, once the texts of its language are loaded. */
export const contextOf = async (input: ReportInput): Promise<ReportContext> => ({
  ...input,
  texts: await textsAbout(input.findings.service, input.language),
});
