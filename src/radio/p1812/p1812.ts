import { earthRadiusKm, effectiveEarthRadiusKm } from '../constants.ts';
import { type DeltaBullington, deltaBullington } from '../diffraction/delta-bullington.ts';
import { type SmoothEarth, smoothEarth } from '../diffraction/smooth-earth.ts';
import { freeSpaceLossDb, slantDistanceKm } from '../free-space.ts';
import { inverseComplementaryNormal } from '../location-variability.ts';
import { angularFactor, combinedLossDb, distanceFactor, enhancedMinimumDb } from './combination.ts';
import { ductingLossDb } from './ducting.ts';
import type { P1812Input } from './p1812-input.ts';
import { type PathGeometry, pathGeometry } from './path-geometry.ts';
import { anomalousIncidencePercent, type ZoneLengths, zoneLengths, zones } from './radio-climate.ts';
import { troposcatterLossDb } from './troposcatter.ts';
import { type OutsideRange, outsideValidity } from './validity.ts';

/** Every step of the method, named as the Recommendation's symbols are read; all losses in dB. */
export interface P1812Result {
  /** L_b: basic transmission loss not exceeded for p % of time and p_L % of locations. */
  lossDb: number;
  /** E_p: field strength of 1 kW e.r.p., eq. (70), dB(µV/m). */
  fieldStrengthDbuVm: number;
  outsideValidity: OutsideRange[];

  zoneLengths: ZoneLengths;
  /** β0. */
  anomalousIncidencePercent: number;
  /** a_e. */
  effectiveEarthRadiusKm: number;
  surface: SmoothEarth;
  geometry: PathGeometry;
  txAltitudeM: number;
  rxAltitudeM: number;

  /** F_i, F_j, F_k. */
  timeFactor: number;
  angularFactor: number;
  distanceFactor: number;

  /** L_bfs, L_b0p, L_b0β. */
  freeSpaceDb: number;
  lineOfSightDb: number;
  lineOfSightAnomalousDb: number;
  /** At the median effective Earth radius and at that of β0 % of time. */
  diffractionMedian: DeltaBullington;
  diffractionAnomalous: DeltaBullington;
  /** L_dp. */
  diffractionDb: number;
  /** L_bd50, L_bd. */
  withDiffractionMedianDb: number;
  withDiffractionDb: number;
  /** L_minb0p. */
  seaMinimumDb: number;
  /** L_ba. */
  ductingDb: number;
  /** L_minbap. */
  enhancedMinimumDb: number;
  /** L_bda, L_bam. */
  diffractionOrDuctingDb: number;
  modifiedDb: number;
  /** L_bs. */
  troposcatterDb: number;
  /** L_bc. */
  combinedDb: number;
  /** L_loc: what the share of locations adds. */
  locationDb: number;
}

/** a_β, eq. (7b): effective Earth radius exceeded for β0 % of time, km. */
const anomalousEarthRadiusKm = 3 * earthRadiusKm;

/** Focusing and multipath on a clear path, ITU-R P.1812-7 eq. (9), dB. */
const enhancementDb = (geometry: PathGeometry, timePercent: number): number =>
  2.6 * (1 - Math.exp(-0.1 * (geometry.txHorizonKm + geometry.rxHorizonKm))) * Math.log10(timePercent / 50);

/**
 * ITU-R P.1812-7: basic transmission loss from one point to an area, 30 MHz to 6 GHz, outdoors. Section 4 in full:
 * line of sight, diffraction, troposcatter, ducting and layer reflection, and how they combine over time and locations.
 * NaN throughout where the profile's terrain is unknown. Inputs outside the Recommendation's range are computed and
 * listed in `outsideValidity`.
 *
 * @throws RangeError for a time percentage outside 1 to 50, a location percentage outside 0 to 100, a zone list of
 *   another length or value, and as `deltaBullington` does.
 */
export const p1812 = (input: P1812Input): P1812Result => {
  const { profile, zone, frequencyMHz, timePercent: p, polarisation } = input;
  const { distanceKm, heightM } = profile;
  const last = distanceKm.length - 1;
  const d = distanceKm[last];
  const fGHz = frequencyMHz / 1000;
  const locationPercent = input.locationPercent ?? 50;
  if (!(p >= 1 && p <= 50)) throw new RangeError(`timePercent must lie in 1 to 50, not ${p}`);
  if (!(locationPercent > 0 && locationPercent < 100)) {
    throw new RangeError(`locationPercent must lie between 0 and 100, not ${locationPercent}`);
  }
  if (zone) checkZones(zone, distanceKm.length);

  const txAltitudeM = heightM[0] + input.txHeightM;
  const rxAltitudeM = heightM[last] + input.rxHeightM;
  const ae = effectiveEarthRadiusKm(input.deltaN);
  const lengths = zoneLengths(profile, zone);
  const omega = lengths.seaShare;
  const beta0 = anomalousIncidencePercent(input.pathCentreLatitudeDeg, lengths);
  const surface = smoothEarth(profile, txAltitudeM, rxAltitudeM);
  const geometry = pathGeometry(profile, surface, txAltitudeM, rxAltitudeM, ae, frequencyMHz);

  // eq. (40): how much of the step from the median to β0 % of time
  const timeFactor = p > beta0 ? inverseComplementaryNormal(p / 100) / inverseComplementaryNormal(beta0 / 100) : 1;

  // §4.2, line of sight
  const freeSpaceDb = freeSpaceLossDb(slantDistanceKm(d, txAltitudeM, rxAltitudeM), frequencyMHz);
  const lineOfSightDb = freeSpaceDb + enhancementDb(geometry, p);
  const lineOfSightAnomalousDb = freeSpaceDb + enhancementDb(geometry, beta0);

  // §4.3, diffraction
  const diffractionAt = (radiusKm: number): DeltaBullington =>
    deltaBullington({
      profile,
      frequencyMHz,
      txHeightM: input.txHeightM,
      rxHeightM: input.rxHeightM,
      polarisation,
      effectiveEarthRadiusKm: radiusKm,
      seaShare: omega,
    });
  const diffractionMedian = diffractionAt(ae);
  const diffractionAnomalous = diffractionAt(anomalousEarthRadiusKm);
  const ld50 = diffractionMedian.lossDb;
  const diffractionDb = p === 50 ? ld50 : ld50 + timeFactor * (diffractionAnomalous.lossDb - ld50);
  const withDiffractionMedianDb = freeSpaceDb + ld50;
  const withDiffractionDb = lineOfSightDb + diffractionDb;

  // §4.4 and §4.5
  const troposcatterDb = troposcatterLossDb(d, fGHz, geometry.angularDistanceMrad, input.refractivityN0, p);
  const ductingDb = ductingLossDb({
    geometry,
    zoneLengths: lengths,
    distanceKm: d,
    frequencyGHz: fGHz,
    timePercent: p,
    anomalousIncidencePercent: beta0,
    effectiveEarthRadiusKm: ae,
    txAltitudeM,
    rxAltitudeM,
    txCoastKm: zone?.[0] === zones.sea ? 0 : (input.txCoastKm ?? 500),
    rxCoastKm: zone?.[last] === zones.sea ? 0 : (input.rxCoastKm ?? 500),
  });

  // §4.7, how they combine
  const fj = angularFactor(geometry.angularDistanceMrad);
  const fk = distanceFactor(d);
  const overLandDb = (1 - omega) * diffractionDb;
  const seaMinimumDb =
    p < beta0
      ? lineOfSightDb + overLandDb
      : withDiffractionMedianDb + (lineOfSightAnomalousDb + overLandDb - withDiffractionMedianDb) * timeFactor;
  const minimumDb = enhancedMinimumDb(ductingDb, lineOfSightDb);
  const diffractionOrDuctingDb =
    minimumDb > withDiffractionDb ? withDiffractionDb : minimumDb + (withDiffractionDb - minimumDb) * fk;
  const modifiedDb = diffractionOrDuctingDb + (seaMinimumDb - diffractionOrDuctingDb) * fj;
  const combinedDb = combinedLossDb(troposcatterDb, modifiedDb);

  // §4.8, over locations; the sea is alike everywhere
  const locationDb =
    zone?.[last] === zones.sea ? 0 : -inverseComplementaryNormal(locationPercent / 100) * (input.locationSigmaDb ?? 0);
  const lossDb = Math.max(lineOfSightDb, combinedDb + locationDb);

  return {
    lossDb,
    fieldStrengthDbuVm: 199.36 + 20 * Math.log10(fGHz) - lossDb,
    outsideValidity: outsideValidity(input),
    zoneLengths: lengths,
    anomalousIncidencePercent: beta0,
    effectiveEarthRadiusKm: ae,
    surface,
    geometry,
    txAltitudeM,
    rxAltitudeM,
    timeFactor,
    angularFactor: fj,
    distanceFactor: fk,
    freeSpaceDb,
    lineOfSightDb,
    lineOfSightAnomalousDb,
    diffractionMedian,
    diffractionAnomalous,
    diffractionDb,
    withDiffractionMedianDb,
    withDiffractionDb,
    seaMinimumDb,
    ductingDb,
    enhancedMinimumDb: minimumDb,
    diffractionOrDuctingDb,
    modifiedDb,
    troposcatterDb,
    combinedDb,
    locationDb,
  };
};

const checkZones = (zone: Uint8Array, points: number): void => {
  if (zone.length !== points) throw new RangeError(`${zone.length} zones for ${points} points`);
  const wrong = zone.find((value) => value !== zones.sea && value !== zones.coastalLand && value !== zones.inland);
  if (wrong !== undefined) throw new RangeError(`a zone must be 1 (sea), 3 (coastal land) or 4 (inland), not ${wrong}`);
};
