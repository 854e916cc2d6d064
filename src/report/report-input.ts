import type { Findings } from '../findings/findings.ts';
import type { Letterhead } from '../model/letterhead.ts';
import type { Pack } from '../model/pack.ts';
import type { ReportRaster } from './files/rasters.ts';
import type { ReportWords } from './report-words.ts';

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

/** Everything a renderer reads. Plain data: it crosses to a worker as it is. */
export interface ReportInput {
  findings: Findings;
  places: ReportPlaces;
  words: ReportWords;
  letterhead: Letterhead;
  /** The scenario the findings are of; null for the pack as it is. */
  scenario: { name: string; changes: number } | null;
  /** What goes with it as GeoTIFF and over a globe. */
  rasters: readonly ReportRaster[];
  /** A page for each commune at the end: map, hamlets, gaps. */
  communeSheets: boolean;
}
