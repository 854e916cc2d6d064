import * as Comlink from 'comlink';
import type { LandCoverRaster, Raster, TerrainRaster } from '../src/model/raster.ts';

interface Rasters {
  terrain: TerrainRaster;
  landCover: LandCoverRaster | null;
}

/** What workers are given that holds rasters. */
export type SceneWithRasters = Rasters | { pack: Rasters };

/**
 * A scene as it is given to a worker: with rasters of its own, which are transferred. Written into the message they would
 * be held twice, since a message stays in memory about as long as its worker.
 */
export const transferRasters = <Scene extends SceneWithRasters>(scene: Scene): Scene => {
  const transferred: ArrayBuffer[] = [];
  const copied = <R extends Raster>(raster: R): R => {
    const data = raster.data.slice();
    transferred.push(data.buffer);
    return { ...raster, data };
  };
  const withCopies = <R extends Rasters>(rasters: R): R => ({
    ...rasters,
    terrain: copied(rasters.terrain),
    landCover: rasters.landCover && copied(rasters.landCover),
  });
  const given = 'pack' in scene ? { ...scene, pack: withCopies(scene.pack) } : withCopies(scene);
  return Comlink.transfer(given as Scene, transferred);
};
