import { openPathInspector, type PathInspector } from '../../workers/path/client.ts';
import { sceneOf } from '../coverage/service/scene.ts';
import type { Pack } from '../model/pack.ts';

export type { PathInspector };

/** Explains one path after another over the ground of a pack. */
export const inspectPaths = (pack: Pack): PathInspector => {
  const { terrain, landCover, bands, antennas } = sceneOf(pack);
  return openPathInspector({ terrain, landCover, bands, antennas });
};
