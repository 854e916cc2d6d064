import type { Pack } from '../../model/pack.ts';
import { sceneOf } from '../service/scene.ts';
import type { ServiceSettings } from '../service/service-types.ts';
import { type CoverageScene, type CoverageSettings, defaultCoverageSettings } from './coverage-types.ts';

/** What coverage looks at of a pack: hamlets have no part in it. */
export const coverageSceneOf = (pack: Pack): CoverageScene => {
  const { points: _, ...scene } = sceneOf(pack);
  return scene;
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
