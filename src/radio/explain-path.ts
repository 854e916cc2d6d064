import { bearingDeg } from '../geo/distance.ts';
import type { LonLat } from '../model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../model/raster.ts';
import { effectiveEarthRadiusKm, wavelengthM } from './constants.ts';
import type { Polarisation } from './diffraction/spherical-earth.ts';
import { type P1812Result, p1812 } from './p1812/p1812.ts';
import { pathCentreLatitudeDeg } from './p1812/path-centre.ts';
import { buildProfile, type PathProfile } from './profile.ts';

/** An antenna at a place. */
export interface PathEnd {
  position: LonLat;
  /** Above the ground. */
  heightM: number;
}

export interface PathSettings {
  frequencyMHz: number;
  polarisation: Polarisation;
  timePercent: number;
  locationPercent: number;
  /** σ_L that the share of locations takes effect through. */
  locationSigmaDb: number;
  deltaN: number;
  refractivityN0: number;
}

/** A point of the profile as the straight ray sees it. */
interface ProfilePoint {
  index: number;
  distanceKm: number;
  terrainM: number;
  clutterM: number;
  /** Terrain, clutter and the bulge of the Earth together. */
  raisedM: number;
  /** The straight ray there. */
  rayM: number;
  fresnelRadiusM: number;
  /** Ray above the raised ground in first Fresnel radii; negative where the ray is blocked. */
  clearance: number;
}

/** Everything that tells why a path loses what it does. */
export interface PathExplanation {
  profile: PathProfile;
  distanceKm: number;
  azimuthDeg: number;
  pathCentreLatitudeDeg: number;
  effectiveEarthRadiusKm: number;
  /** Every point between the ends. */
  points: ProfilePoint[];
  /** The point whose clearance is least: the obstacle of a blocked path. */
  worst: ProfilePoint;
  /** Share of the points where less than 60 % of the first Fresnel zone is free, 0..1. */
  obstructedShare: number;
  p1812: P1812Result;
}

/**
 * Explains the path between two antennas over a pack's terrain, sampled once a cell.
 * `landCover` is null for a surface model, which has its clutter already.
 *
 * @throws RangeError as `p1812` does.
 */
export const explainPath = (
  terrain: TerrainRaster,
  landCover: LandCoverRaster | null,
  from: PathEnd,
  to: PathEnd,
  settings: PathSettings,
): PathExplanation => {
  const profile = buildProfile(terrain, landCover, from.position, to.position);
  const { distanceKm, heightM, clutterM } = profile;
  const last = distanceKm.length - 1;
  const d = distanceKm[last];
  const ae = effectiveEarthRadiusKm(settings.deltaN);
  const lambda = wavelengthM(settings.frequencyMHz);
  const hts = heightM[0] + from.heightM;
  const hrs = heightM[last] + to.heightM;

  const points = Array.from({ length: last - 1 }, (_, k): ProfilePoint => {
    const index = k + 1;
    const d1 = distanceKm[index];
    const d2 = d - d1;
    const raisedM = heightM[index] + clutterM[index] + (500 * d1 * d2) / ae;
    const rayM = (hts * d2 + hrs * d1) / d;
    // radius of the first Fresnel zone, ITU-R P.526-15 eq. (2) with n = 1
    const fresnelRadiusM = Math.sqrt((1000 * lambda * d1 * d2) / d);
    return {
      index,
      distanceKm: d1,
      terrainM: heightM[index],
      clutterM: clutterM[index],
      raisedM,
      rayM,
      fresnelRadiusM,
      clearance: (rayM - raisedM) / fresnelRadiusM,
    };
  });

  const latitudeDeg = pathCentreLatitudeDeg(from.position, to.position, d);
  return {
    profile,
    distanceKm: d,
    azimuthDeg: bearingDeg(from.position, to.position),
    pathCentreLatitudeDeg: latitudeDeg,
    effectiveEarthRadiusKm: ae,
    points,
    worst: points.reduce((worst, point) => (point.clearance < worst.clearance ? point : worst)),
    obstructedShare: points.filter((point) => point.clearance < 0.6).length / points.length,
    p1812: p1812({
      ...settings,
      profile,
      txHeightM: from.heightM,
      rxHeightM: to.heightM,
      pathCentreLatitudeDeg: latitudeDeg,
    }),
  };
};
