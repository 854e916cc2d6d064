import type { Traced } from './origin.ts';
import type { LonLat } from './place.ts';

export const technologies = ['2G', '3G', '4G', '5G'] as const;
export type Technology = (typeof technologies)[number];

/** What the level received of each is called: of a resource element, of the pilot, of the BCCH carrier. */
export const levelNames = { '2G': 'RxLev', '3G': 'RSCP', '4G': 'RSRP', '5G': 'RSRP' } as const satisfies Record<
  Technology,
  string
>;
export type LevelName = (typeof levelNames)[Technology];

export const structures = ['guyed', 'self-support', 'monopole', 'rooftop', 'unknown'] as const;
export type Structure = (typeof structures)[number];

/** One carrier of a tenant. Band and antenna are keys into the pack's facts. */
export interface Cell {
  id: string;
  technology: Technology;
  /** Key of a Band: '900', '1800', '2100', … */
  band: string;
  /** Total output at the antenna port, all resource blocks together. */
  powerDbm: number;
  bandwidthMHz: number;
  /** Key of an AntennaType. */
  antenna: string;
  /** Degrees clockwise from north; ignored by an omni antenna. */
  azimuthDeg: number;
  /** Rotates the whole pattern; positive looks down. */
  mechanicalTiltDeg: number;
  /** Shifts the vertical pattern at every azimuth; positive looks down. */
  electricalTiltDeg: number;
}

/** An operator present on a site. */
export interface Tenant {
  operator: string;
  /** Height of the antennas' centre above ground. */
  antennaHeightM: number;
  cells: readonly Cell[];
}

/** One physical position with a structure that carries one to four tenants. */
export interface Site extends Traced {
  id: string;
  position: LonLat;
  communeCode: string;
  structure: Structure;
  /** Height of the structure above ground (above the roof's ground for a rooftop). */
  heightM: number;
  owner: string;
  tenants: readonly Tenant[];
  /** Whether it is fed by fibre; absent where the pack does not say. */
  fibre?: 'yes' | 'no' | 'unknown';
}

export const isShared = (site: Pick<Site, 'tenants'>): boolean => site.tenants.length >= 2;
