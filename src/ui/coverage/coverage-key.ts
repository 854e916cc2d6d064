import { coverageSettingsOf } from '../../coverage/raster/of-study.ts';
import { settingsOf } from '../../study/apply-scenario.ts';
import { canonicalJson } from '../../study/canonical.ts';
import { currentScenario, overlayOf, type Study } from '../../study/study.ts';

/** Zooms a run goes through: a quick look, then the picture that stays. */
export const coverageZooms = [11, 12] as const;
export const quickZoom: number = coverageZooms[0];
export const fullZoom: number = coverageZooms[1];

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
