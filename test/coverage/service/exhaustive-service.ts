import type { ServiceScene } from '../../../src/coverage/service/service.ts';
import { defaultServiceSettings } from '../../../src/coverage/service/service-types.ts';
import { bearingDeg, distanceM } from '../../../src/geo/distance.ts';
import { terrainHeightM } from '../../../src/geo/sample.ts';
import type { LonLat } from '../../../src/model/place.ts';
import type { Site } from '../../../src/model/site.ts';
import { antennaGainDbi, elevationAngleDeg } from '../../../src/radio/antenna.ts';
import { medianEffectiveEarthRadiusKm } from '../../../src/radio/constants.ts';
import { receivedDbm, referenceSignalPowerDbm } from '../../../src/radio/link-budget.ts';
import { pathLoss } from '../../../src/radio/path-loss.ts';
import { buildProfile } from '../../../src/radio/profile.ts';

const { technology, maxRadiusKm, receiverHeightM } = defaultServiceSettings;

/** Service at a place the straightforward way: every cell of every site within the radius over its whole profile, no shortcut. */
export const tryEverything = (
  { terrain, landCover, antennas, bands }: ServiceScene,
  position: LonLat,
  operator: string,
  sites: readonly Site[],
) => {
  let best = { levelDbm: Number.NaN, siteId: '', cellId: '' };
  for (const site of sites) {
    const awayM = distanceM(site.position, position);
    if (awayM > maxRadiusKm * 1000) continue;
    for (const tenant of site.tenants.filter((t) => t.operator === operator)) {
      const profile = buildProfile(terrain, landCover, site.position, position);
      const txAltitudeM = terrainHeightM(terrain, ...site.position) + tenant.antennaHeightM;
      const rxAltitudeM = terrainHeightM(terrain, ...position) + receiverHeightM;
      for (const cell of tenant.cells.filter((c) => c.technology === technology)) {
        const loss = pathLoss(profile, {
          frequencyMHz: bands.find(({ id }) => id === cell.band)!.downlinkMHz,
          txHeightM: tenant.antennaHeightM,
          rxHeightM: receiverHeightM,
        });
        const gain = antennaGainDbi(
          antennas.find(({ id }) => id === cell.antenna)!,
          cell,
          bearingDeg(site.position, position),
          elevationAngleDeg(awayM, txAltitudeM, rxAltitudeM, medianEffectiveEarthRadiusKm),
        );
        const levelDbm = receivedDbm(referenceSignalPowerDbm(cell), gain, loss.totalDb);
        if (!(levelDbm <= best.levelDbm)) best = { levelDbm, siteId: site.id, cellId: cell.id };
      }
    }
  }
  return best;
};
