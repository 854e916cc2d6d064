import { terrainHeightM } from '../../geo/sample.ts';
import type { AntennaType } from '../../model/facts.ts';
import type { LonLat } from '../../model/place.ts';
import { InputError } from '../../model/problem.ts';
import type { TerrainRaster } from '../../model/raster.ts';
import type { Cell } from '../../model/site.ts';
import type { BaseStation } from './base-stations.ts';
import { outsideDem } from './outside-dem.ts';

/** One transmitter that sends the same power in every direction. */
export interface Transmitter {
  position: LonLat;
  heightM: number;
  frequencyMHz: number;
  /** Equivalent isotropic radiated power per resource element, dBm; feeder and antenna are in it. */
  referenceSignalEirpDbm: number;
}

/** Frequencies ITU-R P.1812 holds for, MHz. */
const terrainModelMHz = { min: 30, max: 6000 } as const;

const isotropic: AntennaType = {
  id: 'isotropic',
  kind: 'omni',
  gainDbi: 0,
  horizontalBeamwidthDeg: 360,
  verticalBeamwidthDeg: 360,
  frontToBackDb: 0,
  sideLobeDb: 0,
  source: 'ITU-R P.341',
};
const cell: Cell = {
  id: 'transmitter',
  technology: '4G',
  band: '',
  powerDbm: 0,
  bandwidthMHz: 20,
  antenna: isotropic.id,
  azimuthDeg: 0,
  mechanicalTiltDeg: 0,
  electricalTiltDeg: 0,
};

/**
 * A transmitter as a station of its own.
 *
 * @throws InputError for a frequency outside the model's range, or a place outside the DEM
 */
export const baseStationOfTransmitter = (
  { position, heightM, frequencyMHz, referenceSignalEirpDbm }: Transmitter,
  terrain: TerrainRaster,
): BaseStation => {
  const { min, max } = terrainModelMHz;
  if (!(frequencyMHz >= min && frequencyMHz <= max)) {
    throw new InputError([
      {
        file: 'site',
        place: 'frequency',
        value: `${frequencyMHz} MHz`,
        rule: 'out-of-range',
        ruleValues: { min, max },
        severity: 'error',
      },
    ]);
  }
  const groundElevationM = terrainHeightM(terrain, ...position);
  if (Number.isNaN(groundElevationM)) throw outsideDem('site', position, terrain);
  return {
    site: 0,
    position,
    groundElevationM,
    antennaHeightM: heightM,
    antennaAltitudeM: groundElevationM + heightM,
    transmitCells: [
      { index: 0, cell, antenna: isotropic, frequencyMHz, referenceSignalPowerDbm: referenceSignalEirpDbm },
    ],
    strongestEirpDbm: referenceSignalEirpDbm,
    lowestFrequencyMHz: frequencyMHz,
  };
};
