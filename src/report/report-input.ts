import type { Findings } from '../findings/findings.ts';
import type { Language } from '../i18n/languages.ts';
import { loadReportTexts, type ReportTexts } from '../i18n/load.ts';
import type { Translator } from '../i18n/translator.ts';
import type { Letterhead } from '../model/letterhead.ts';
import type { Pack } from '../model/pack.ts';
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
}

/** Whoever renders says it in these: texts, numbers and dates of the report's language. */
export type Texts = Translator<ReportTexts>;

/** Everything a renderer reads. */
export interface ReportContext extends ReportInput {
  texts: Texts;
}

/** The same where it is rendered, once the texts of its language are loaded. */
export const contextOf = async (input: ReportInput): Promise<ReportContext> => ({
  ...input,
  texts: await loadReportTexts(input.language),
});
