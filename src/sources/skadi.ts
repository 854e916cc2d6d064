import { type InputFile, readTiles } from '../files/raster/elevation-files.ts';
import type { HeightTile } from '../files/raster/elevation-tile.ts';
import { readHgt } from '../files/raster/hgt.ts';
import { gridBounds } from '../geo/grid.ts';
import type { BoundingBox } from '../model/place.ts';
import type { Grid } from '../model/raster.ts';
import { judgeBucket } from './bucket.ts';
import { gunzip, isGzip } from './gzip.ts';
import { download } from './net/download.ts';
import { type Judgement, wrongForm } from './net/judge.ts';
import type { Net } from './net/net.ts';
import { type GroundGiven, groundOfTiles } from './raster/ground.ts';
import { cornerName, squaresOf } from './raster/squares.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

export const skadi: Source = {
  id: 'skadi',
  name: 'Terrain Tiles (skadi HGT)',
  gives: ['terrain'],
  addresses: { tiles: 'https://s3.amazonaws.com/elevation-tiles-prod/skadi' },
  pace: { ...bucketPace, atOnce: 2 },
  mostBytes: megabytes(30),
  terms: {
    licence: 'public domain (SRTM, ETOPO1); attribution asked for',
    attribution:
      'SRTM data courtesy of the U.S. Geological Survey; Mapzen/AWS Terrain Tiles; ETOPO1: U.S. National Oceanic and Atmospheric Administration',
    mayBePassedOn: true,
  },
  fromPage: 'yes',
};

/** Bytes of a tile of 1 and of 3 arc seconds. */
const sizes = [3601 * 3601 * 2, 1201 * 1201 * 2];

/** A tile's heights as the file has them, whether it came packed or was unpacked on the way. */
const unpacked = (bytes: Uint8Array): { content: Uint8Array } | { fault: Judgement } => {
  const read = isGzip(bytes) ? gunzip(bytes, sizes[0]) : { content: bytes };
  if ('content' in read && !sizes.includes(read.content.length)) return { fault: wrongForm('HGT') };
  return read;
};

/** How many files a grid needs. */
export const skadiTiles = (grid: Grid): number => squaresOf(gridBounds(grid), 1).length;

/** The ground of a grid from tiles of one degree; heights are samples on whole seconds, neighbours share their edges. */
export const skadiGround = async (net: Net, grid: Grid, files?: readonly InputFile[]): Promise<GroundGiven> => {
  const tiles: { tile: HeightTile; box: BoundingBox }[] = [];
  if (files) {
    for (const { name, bytes } of files) {
      const read = isGzip(bytes) ? unpacked(bytes) : null;
      const plain =
        read && 'content' in read ? { name: name.replace(/\.gz$/i, ''), bytes: read.content } : { name, bytes };
      for (const tile of await readTiles([plain])) tiles.push({ tile, box: gridBounds(grid) });
    }
    return groundOfTiles(tiles, grid);
  }
  for (const { lon, lat } of squaresOf(gridBounds(grid), 1)) {
    const name = cornerName(lat, lon);
    const address = `${net.address(skadi)}/${name.slice(0, 3)}/${name}.hgt.gz`;
    const check = (body: Uint8Array): Judgement => {
      const read = unpacked(body);
      return 'fault' in read ? read.fault : { take: true };
    };
    const bytes = await download(net, skadi, { address }, { judge: judgeBucket, check });
    const read = bytes && unpacked(bytes);
    if (!read || 'fault' in read) continue;
    tiles.push({ tile: readHgt(read.content, `${name}.hgt`), box: [lon, lat, lon + 1, lat + 1] });
  }
  return groundOfTiles(tiles, grid);
};
