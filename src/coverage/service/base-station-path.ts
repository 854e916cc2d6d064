import type { LonLat } from '../../model/place.ts';
import type { LandCoverRaster, TerrainRaster } from '../../model/raster.ts';
import { medianEffectiveEarthRadiusKm } from '../../radio/constants.ts';
import { diffractionLowerBoundDb, type Obstruction, obstructionOf } from '../../radio/diffraction/lower-bound.ts';
import { evenProfileOver } from '../../radio/itm/even-profile.ts';
import type { EvenProfile } from '../../radio/itm/itm-input.ts';
import { itmExcess } from '../../radio/itm/path-excess.ts';
import { isClear, pathLoss } from '../../radio/path-loss.ts';
import { PathPoints, type PathProfile, profileOver } from '../../radio/profile.ts';
import type { BaseStation } from '../network/base-stations.ts';

/** The path from a station to a receiver: what is asked of it is worked out once, and nothing else. */
export class BaseStationPath {
  private readonly points: PathPoints;
  private readonly txHeightM: number;
  private readonly rxHeightM: number;
  private obstruction: Obstruction | null = null;
  private profile: PathProfile | null = null;
  private evenProfile: EvenProfile | null = null;
  private readonly lossDb = new Map<number, number>();
  private readonly itmDb = new Map<number, number>();
  private clear: boolean | null = null;

  constructor(
    terrain: TerrainRaster,
    landCover: LandCoverRaster | null,
    station: Pick<BaseStation, 'position' | 'antennaHeightM'>,
    to: LonLat,
    rxHeightM: number,
  ) {
    this.points = new PathPoints(terrain, landCover, station.position, to);
    this.txHeightM = station.antennaHeightM;
    this.rxHeightM = rxHeightM;
  }

  /** What diffraction takes at least, told by a few points of the path. */
  diffractionLowerBoundDb(frequencyMHz: number): number {
    this.obstruction ??= obstructionOf(this.points, this.txHeightM, this.rxHeightM, medianEffectiveEarthRadiusKm);
    return diffractionLowerBoundDb(this.obstruction, frequencyMHz);
  }

  diffractionDb(frequencyMHz: number): number {
    const known = this.lossDb.get(frequencyMHz);
    if (known !== undefined) return known;
    const { txHeightM, rxHeightM } = this;
    const { diffractionDb } = pathLoss(this.wholeProfile(), { frequencyMHz, txHeightM, rxHeightM });
    this.lossDb.set(frequencyMHz, diffractionDb);
    return diffractionDb;
  }

  /** What the Irregular Terrain Model says is lost beyond free space. */
  itmExcessDb(frequencyMHz: number): number {
    const known = this.itmDb.get(frequencyMHz);
    if (known !== undefined) return known;
    this.evenProfile ??= evenProfileOver(this.points);
    const { txHeightM, rxHeightM } = this;
    const { db } = itmExcess(this.evenProfile, { frequencyMHz, txHeightM, rxHeightM });
    this.itmDb.set(frequencyMHz, db);
    return db;
  }

  isClear(): boolean {
    this.clear ??= isClear(this.wholeProfile(), this.txHeightM, this.rxHeightM);
    return this.clear;
  }

  private wholeProfile(): PathProfile {
    this.profile ??= profileOver(this.points);
    return this.profile;
  }
}
