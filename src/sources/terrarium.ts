import { decode } from 'fast-png';
import { refuse } from '../files/problem-list.ts';
import type { InputFile } from '../files/raster/elevation-files.ts';
import { fillVoids } from '../files/raster/void-fill.ts';
import { type Grid, NO_HEIGHT } from '../model/raster.ts';
import { judgeBucket } from './bucket.ts';
import { wrongForm } from './net/judge.ts';
import type { Net } from './net/net.ts';
import type { GroundGiven } from './raster/ground.ts';
import { tilesOf } from './raster/squares.ts';
import { bucketPace, megabytes, type Source } from './source.ts';

export const terrarium: Source = {
  id: 'terrarium',
  name: 'Terrain Tiles (Terrarium)',
  gives: ['terrain'],
  addresses: { tiles: 'https://s3.amazonaws.com/elevation-tiles-prod/terrarium' },
  pace: bucketPace,
  mostBytes: megabytes(2),
  terms: {
    licence: 'public domain (SRTM, GMTED2010, ETOPO1); attribution asked for',
    attribution:
      'Terrain: Mapzen/AWS Terrain Tiles; SRTM and GMTED2010 courtesy of the U.S. Geological Survey; ETOPO1: U.S. National Oceanic and Atmospheric Administration',
    mayBePassedOn: true,
  },
  fromPage: 'yes',
};

const side = 256;
/** No ground or sea floor lies lower, none higher, metres. */
const depthM = -12_000;
const heightM = 9_000;
/** More samples than this that can't be heights, and the picture encodes something else. */
const oddShare = 0.01;

/** Heights of a tile, NaN where it has none; what is wrong with it otherwise. */
const readTile = (bytes: Uint8Array): { heights: Float32Array } | { odd: string } => {
  let picture: ReturnType<typeof decode>;
  try {
    picture = decode(bytes, { checkCrc: true });
  } catch {
    return { odd: 'PNG' };
  }
  const { width, height, channels, depth, data } = picture;
  if (width !== side || height !== side || depth !== 8 || (channels !== 3 && channels !== 4)) {
    return { odd: `PNG, ${side} × ${side}, RGB` };
  }
  const heights = new Float32Array(side * side);
  let odd = 0;
  for (let i = 0; i < heights.length; i++) {
    const red = data[i * channels];
    const value = red * 256 + data[i * channels + 1] + data[i * channels + 2] / 256 - 32_768;
    if (value > heightM || (value < depthM && red > 0)) odd++;
    heights[i] = value < depthM ? Number.NaN : value;
  }
  // another encoding looks the same and gives heights that can't be
  return odd > oddShare * heights.length ? { odd: 'Terrarium' } : { heights };
};

const nameOf = (zoom: number, x: number, y: number): string => `${zoom}/${x}/${y}.png`;

/** Tiles given as files, by the numbers in their names: 12/3250/1800.png or terrarium-12-3250-1800.png. */
const tilesOfFiles = (files: readonly InputFile[], zoom: number): Map<string, Float32Array> => {
  const tiles = new Map<string, Float32Array>();
  for (const { name, bytes } of files) {
    const [, z, x, y] = /(\d+)[/\\-](\d+)[/\\-](\d+)\.png$/.exec(name) ?? [];
    if (Number(z) !== zoom) continue;
    const tile = readTile(bytes);
    if ('odd' in tile) {
      throw refuse({ file: name, place: '', value: '', rule: 'not-this-format', ruleValues: { expected: tile.odd } });
    }
    tiles.set(nameOf(zoom, Number(x), Number(y)), tile.heights);
  }
  return tiles;
};

/** Tiles a grid needs. */
export const terrariumTiles = (grid: Grid): number => tilesOf(grid).length;

/**
 * The ground of a grid from tiles of its own zoom: each cell is a sample. Voids inside tiles are filled and counted; tiles
 * the source does not have stay unknown.
 */
export const terrariumGround = async (net: Net, grid: Grid, files?: readonly InputFile[]): Promise<GroundGiven> => {
  const { zoom } = grid;
  const given = files && tilesOfFiles(files, zoom);
  const tiles = await Promise.all(
    tilesOf(grid).map(async ({ x, y }) => {
      const name = nameOf(zoom, x, y);
      if (given) return { x, y, heights: given.get(name) ?? null };
      const question = { address: `${net.address(terrarium)}/${name}`, accept: 'image/png' };
      const check = (body: Uint8Array) => {
        const tile = readTile(body);
        return 'odd' in tile ? wrongForm(tile.odd) : { take: true as const };
      };
      const { bytes } = await net.ask(terrarium, question, { judge: judgeBucket, check });
      const tile = bytes && readTile(bytes);
      return { x, y, heights: tile && 'heights' in tile ? tile.heights : null };
    }),
  );
  return onGrid(tiles, grid);
};

interface Tile {
  x: number;
  y: number;
  heights: Float32Array | null;
}

const onGrid = (tiles: readonly Tile[], grid: Grid): GroundGiven => {
  const { width, height, col0, row0 } = grid;
  const samples = new Float32Array(width * height).fill(Number.NaN);
  const isAbsent = new Uint8Array(samples.length).fill(1);
  for (const { x, y, heights } of tiles) {
    if (!heights) continue;
    const [left, top] = [x * side - col0, y * side - row0];
    for (let r = Math.max(0, -top); r < Math.min(side, height - top); r++) {
      for (let c = Math.max(0, -left); c < Math.min(side, width - left); c++) {
        const at = (top + r) * width + left + c;
        samples[at] = heights[r * side + c];
        isAbsent[at] = 0;
      }
    }
  }
  // what no tile covers is not a hole: it is not drawn from its rim
  const unknown = samples.reduce((count, value, i) => count + (Number.isNaN(value) && !isAbsent[i] ? 1 : 0), 0);
  const whole = unknown > 0 ? fillVoids(samples, width, height).data : samples;
  let left = 0;
  const data = Int16Array.from(whole, (value, i) => {
    if (isAbsent[i]) return NO_HEIGHT;
    if (Number.isNaN(value)) left++;
    return Number.isNaN(value) ? NO_HEIGHT : Math.round(value);
  });
  const voids = unknown > 0 ? [{ file: terrarium.name, filled: unknown - left, left }] : [];
  return { terrain: { grid, data }, voids };
};
