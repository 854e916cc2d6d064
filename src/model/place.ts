import type { Traced } from './origin.ts';

/** A position in WGS 84: longitude, latitude, in degrees. */
export type LonLat = readonly [lon: number, lat: number];

/** West, south, east, north, in degrees. */
export type BoundingBox = readonly [west: number, south: number, east: number, north: number];

/** Since July 2025 there are no thị trấn and, on islands, đặc khu. */
export const communeTypes = ['xã', 'phường', 'thị trấn', 'đặc khu'] as const;
export type CommuneType = (typeof communeTypes)[number];

/** A level-3 unit. Known by vintage and GSO code, never by name: names repeat across vintages with another extent. */
export interface Commune extends Pick<Traced, 'origin'> {
  code: string;
  vintage: string;
  name: string;
  type: CommuneType;
  districtCode: string;
  districtName: string;
  /** A point inside the commune. */
  point: LonLat;
  areaKm2: number;
  /** Census of 1 April 2019. */
  population: number;
  households: number;
}

/** A phường or thị trấn counts as urban where a rule tells urban from rural. */
export const isUrban = (commune: Pick<Commune, 'type'>): boolean =>
  commune.type === 'phường' || commune.type === 'thị trấn';

/** The register gives districts three digits; what stands for them where there are none has a code of another kind. */
export const isDistrictCode = (code: string): boolean => /^\d{3}$/.test(code);

export interface District {
  code: string;
  name: string;
}

/** A named part of the province that is reported on its own: a zone, a set of districts, a set of pilot communes. */
export interface AreaOfInterest {
  id: string;
  name: string;
  nameEn: string;
  purpose: 'heritage' | 'it-zone' | 'smart-city' | 'pilot';
  /** Communes that belong to it. */
  communeCodes: readonly string[];
}
