import { type CoverageScene, type CoverageSettings, defaultCoverageSettings } from '../../coverage/coverage-types.ts';
import { sceneOf } from '../../coverage/scene.ts';
import type { ServiceSettings } from '../../coverage/service-types.ts';
import type { Pack } from '../../model/pack.ts';
import { settingsOf } from '../../study/apply-scenario.ts';
import { canonicalJson } from '../../study/canonical.ts';
import { currentScenario, overlayOf, type Study } from '../../study/study.ts';

/** Zooms a run goes through: a quick look, then the picture that stays. */
export const coverageZooms = [11, 12] as const;
export const quickZoom: number = coverageZooms[0];
export const fullZoom: number = coverageZooms[1];

/** What coverage looks at of a pack: hamlets have no part in it. */
export const coverageSceneOf = (pack: Pack): CoverageScene => {
  const { terrain, landCover, sites, bands, antennas, operators } = sceneOf(pack);
  return { terrain, landCover, sites, bands, antennas, operators };
};

/** What coverage assumes on a study: as service does, within the radius of coverage. */
export const coverageSettingsOf = (service: ServiceSettings, zoom: number): CoverageSettings => ({
  technology: service.technology,
  model: service.model,
  zoom,
  radiusKm: Math.min(service.maxRadiusKm, defaultCoverageSettings.radiusKm),
  receiverHeightM: service.receiverHeightM,
  locationPercent: service.locationPercent,
  clutter: service.clutter,
});

/**
 * What coverage of the scenario at work depends on, as text: the ground and the tables of the base, the sites as changed,
 * the settings. Hamlets, fibre, money and the threshold change nothing of it.
 */
export const coverageKeyOf = (study: Study): string => {
  const { pack, checksum } = study.base;
  const scenario = currentScenario(study);
  const sites = scenario ? [...(overlayOf(pack, scenario).sites ?? [])] : [];
  sites.sort(([a], [b]) => (a < b ? -1 : 1));
  return `${checksum} ${canonicalJson([sites, coverageSettingsOf(settingsOf(study).service, fullZoom)])}`;
};
