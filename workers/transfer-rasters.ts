import * as Comlink from 'comlink';
import type { LandCoverRaster, Raster, TerrainRaster } from '../src/model/raster.ts';

interface Grounded {
  terrain: TerrainRaster;
  landCover: LandCoverRaster | null;
}

/** What workers are given that holds rasters. */
export type GroundedScene = Grounded | { pack: Grounded };

/**
 * A scene as it is given to a worker: with rasters of its own, which are moved. Written into the message they would be held
 * twice, since a message stays in memory about as long as its worker.
 */
export const handOver = <Scene extends GroundedScene>(scene: Scene): Scene => {
  const moved: ArrayBuffer[] = [];
  const own = <R extends Raster>(raster: R): R => {
    const data = raster.data.slice();
    moved.push(data.buffer);
    return { ...raster, data };
  };
  const withOwn = <Ground extends Grounded>(ground: Ground): Ground => ({
    ...ground,
    terrain: own(ground.terrain),
    landCover: ground.landCover && own(ground.landCover),
  });
  const given = 'pack' in scene ? { ...scene, pack: withOwn(scene.pack) } : withOwn(scene);
  return Comlink.transfer(given as Scene, moved);
};
