import { distanceM } from '../../geo/distance.ts';
import { landCoverAt } from '../../geo/sample.ts';
import type { Antenna, Band } from '../../model/facts.ts';
import type { LonLat } from '../../model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../../model/raster.ts';
import type { Cell, Site, Technology } from '../../model/site.ts';
import { antennaGainDbi, elevationAngleDeg } from '../../radio/antenna.ts';
import { medianDeltaN } from '../../radio/constants.ts';
import type { Violation } from '../../radio/empirical/model.ts';
import { explainPath, type PathExplanation } from '../../radio/explain-path.ts';
import { evenProfileOver } from '../../radio/itm/even-profile.ts';
import { itmExcess } from '../../radio/itm/path-excess.ts';
import { defaultLinkLosses, type LinkLosses, referenceSignalPowerDbm } from '../../radio/link-budget.ts';
import { locationCorrectionDb, locationSigmaDb } from '../../radio/location-variability.ts';
import { empiricalModel, excessOverFreeSpaceDb, outsideRange, type PathModelId } from '../../radio/path-model.ts';
import { PathPoints } from '../../radio/profile.ts';

/** The ground and the tables a link is explained with. */
export interface LinkScene {
  terrain: TerrainRaster;
  /** Null on a surface model, which has its clutter already. */
  landCover: LandCoverRaster | null;
  bands: readonly Band[];
  antennas: readonly Antenna[];
}

/** From which tenant's carrier to where. */
export interface LinkQuestion {
  site: Site;
  operator: string;
  technology: Technology;
  band: string;
  to: LonLat;
  receiverHeightM: number;
  locationPercent: number;
  clutter: boolean;
  model: PathModelId;
}

/** A path and the level that arrives over it. */
export interface LinkExplanation {
  path: PathExplanation;
  /** Of the carrier's cells, the one that is strongest in this direction. */
  cell: Cell;
  antennaHeightM: number;
  frequencyMHz: number;
  /** Of the measured signal at the radio's port (`referenceSignalPowerDbm`). */
  powerDbm: number;
  antennaGainDbi: number;
  /** Of the straight line to the receiver, above the horizon. */
  elevationDeg: number;
  losses: LinkLosses;
  /** What coverage and service are computed with: by the question's model, and with location variability. */
  lossDb: number;
  /** Where the path lies outside the ranges of the model; none is told of delta-Bullington. */
  outsideModel: readonly Violation[];
  locationDb: number;
  /** What coverage and service say arrives; NaN where the terrain is unknown. */
  levelDbm: number;
}

/** Sea-level refractivity where no measurement is at hand, N-units: the middle of the tropics' range. */
const refractivityN0 = 350;

/**
 * Explains what arrives at a point from one carrier of a site, with the same loss as coverage and service.
 *
 * @throws RangeError when the site has no such carrier, or the facts lack its band or antenna
 */
export const explainLink = (scene: LinkScene, question: LinkQuestion): LinkExplanation => {
  const { site, operator, technology, to, receiverHeightM, locationPercent } = question;
  const tenant = site.tenants.find((candidate) => candidate.operator === operator);
  const band = scene.bands.find(({ id }) => id === question.band);
  const cells = tenant?.cells.filter((cell) => cell.technology === technology && cell.band === question.band) ?? [];
  if (!tenant || !band || cells.length === 0) {
    throw new RangeError(`${site.id} has no ${technology} at ${question.band} MHz of ${operator}`);
  }
  const frequencyMHz = band.downlinkMHz;
  const path = explainPath(
    scene.terrain,
    question.clutter ? scene.landCover : null,
    { position: site.position, heightM: tenant.antennaHeightM },
    { position: to, heightM: receiverHeightM },
    {
      frequencyMHz,
      polarisation: 'vertical',
      timePercent: 50,
      locationPercent,
      locationSigmaDb: locationSigmaDb(frequencyMHz),
      deltaN: medianDeltaN,
      refractivityN0,
    },
  );

  const elevationDeg = elevationAngleDeg(
    Math.max(distanceM(site.position, to), 1),
    path.p1812.txAltitudeM,
    path.p1812.rxAltitudeM,
    path.effectiveEarthRadiusKm,
  );
  const directed = cells.map((cell) => {
    const antenna = scene.antennas.find(({ id }) => id === cell.antenna);
    if (!antenna) throw new RangeError(`cell ${cell.id} names antenna '${cell.antenna}', which the facts do not have`);
    const gainDbi = antennaGainDbi(antenna, cell, path.azimuthDeg, elevationDeg);
    const powerDbm = referenceSignalPowerDbm(cell);
    return { cell, gainDbi, powerDbm };
  });
  const best = directed.reduce((a, b) => (b.powerDbm + b.gainDbi > a.powerDbm + a.gainDbi ? b : a));
  const locationDb = locationCorrectionDb(locationPercent, frequencyMHz);
  const model = empiricalModel(question.model);
  const modelPath = {
    frequencyMHz,
    distanceKm: path.distanceKm,
    txHeightM: tenant.antennaHeightM,
    rxHeightM: receiverHeightM,
    txAltitudeM: path.p1812.txAltitudeM,
    rxAltitudeM: path.p1812.rxAltitudeM,
    // such a model takes no clutter on the terrain
    lineOfSight: path.points.every(({ raisedM, clutterM, rayM }) => raisedM - clutterM < rayM),
    landCover: scene.landCover ? landCoverAt(scene.landCover, ...to) : 0,
  };
  const secondOpinion =
    question.model === 'itm'
      ? itmExcess(
          evenProfileOver(new PathPoints(scene.terrain, question.clutter ? scene.landCover : null, site.position, to)),
          { frequencyMHz, txHeightM: tenant.antennaHeightM, rxHeightM: receiverHeightM },
        )
      : null;
  const beyondFreeSpaceDb =
    secondOpinion?.db ?? (model ? excessOverFreeSpaceDb(model, modelPath) : path.p1812.diffractionMedian.lossDb);
  const lossDb = path.p1812.freeSpaceDb + beyondFreeSpaceDb + locationDb;
  const losses = defaultLinkLosses;
  return {
    path,
    cell: best.cell,
    antennaHeightM: tenant.antennaHeightM,
    frequencyMHz,
    powerDbm: best.powerDbm,
    antennaGainDbi: best.gainDbi,
    elevationDeg,
    losses,
    lossDb,
    outsideModel: model
      ? outsideRange(model, {
          frequencyMHz: [frequencyMHz],
          distanceKm: [path.distanceKm],
          txHeightM: [tenant.antennaHeightM],
          rxHeightM: [receiverHeightM],
        })
      : (secondOpinion?.outside ?? []),
    locationDb,
    levelDbm: best.powerDbm + best.gainDbi - losses.feederDb - losses.receiverDb - lossDb,
  };
};
