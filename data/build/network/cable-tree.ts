import FlatQueue from 'flatqueue';
import type { LonLat } from '../../../src/model/place.ts';
import type { Land } from './land.ts';
import { blockCells } from './land-blocks.ts';
import { walkLine } from './road-distance.ts';

/** A metre away from any road, against a metre beside one. */
const offRoad = 2.5;
/** What a unit of slope adds to the cost of a metre. */
const slopeCost = 8;

interface CableEnd {
  position: LonLat;
  /** Ends of one group are joined among themselves before groups are joined to each other. */
  group: string;
}

/** A stretch of cable between two ends, given by their indexes, with the positions it passes. */
export interface CableLink {
  from: number;
  to: number;
  way: readonly LonLat[];
}

/**
 * Joins all ends by a tree of cheap ways along roads and low ground: the shortest-path forest grown from all ends at
 * once, and of the links across its borders the cheapest that join what is not yet joined (Mehlhorn, 1988: at most
 * twice the cheapest tree). Blocks of 4 × 4 cells are the ground it is laid on.
 */
export const cableTree = (land: Land, ends: readonly CableEnd[]): CableLink[] => {
  const { blocks } = land;
  const { columns, rows } = blocks;
  const onRoad = roadBlocks(land);
  const cost = new Float64Array(columns * rows).fill(Number.POSITIVE_INFINITY);
  const previous = new Int32Array(cost.length).fill(-1);
  const owner = new Int32Array(cost.length).fill(-1);
  const queue = new FlatQueue<number>();
  const links: { a: number; b: number; blockA: number; blockB: number; cost: number }[] = [];

  ends.forEach(({ position }, e) => {
    const block = blocks.blockOf(land.cellAt(position));
    if (owner[block] >= 0) {
      // two ends in one block: joined on the spot
      links.push({ a: owner[block], b: e, blockA: -1, blockB: -1, cost: 0 });
      return;
    }
    owner[block] = e;
    cost[block] = 0;
    queue.push(block, 0);
  });

  const step = (i: number, j: number, lengthM: number): number => {
    const climb = Math.abs(blocks.heightM(j) - blocks.heightM(i)) / lengthM;
    const road = onRoad[i] && onRoad[j] ? 1 : offRoad;
    // unknown ground is crossed at the price of level ground
    return lengthM * (road + slopeCost * (Number.isNaN(climb) ? 0 : climb));
  };
  const neighbours = (i: number, take: (j: number, lengthM: number) => void): void => {
    const c = i % columns;
    const r = (i - c) / columns;
    for (let dr = -1; dr <= 1; dr++) {
      for (let dc = -1; dc <= 1; dc++) {
        if ((dr === 0 && dc === 0) || c + dc < 0 || c + dc >= columns || r + dr < 0 || r + dr >= rows) continue;
        take(i + dr * columns + dc, blocks.blockM * (dr !== 0 && dc !== 0 ? Math.SQRT2 : 1));
      }
    }
  };

  for (let i = queue.pop(); i !== undefined; i = queue.pop()) {
    const from = i;
    neighbours(from, (j, lengthM) => {
      const next = cost[from] + step(from, j, lengthM);
      if (next < cost[j]) {
        cost[j] = next;
        previous[j] = from;
        owner[j] = owner[from];
        queue.push(j, next);
      }
    });
  }
  for (let i = 0; i < cost.length; i++) {
    neighbours(i, (j, lengthM) => {
      if (j <= i || owner[i] === owner[j] || owner[i] < 0 || owner[j] < 0) return;
      links.push({ a: owner[i], b: owner[j], blockA: i, blockB: j, cost: cost[i] + step(i, j, lengthM) + cost[j] });
    });
  }
  const own = ({ a, b }: { a: number; b: number }): number => (ends[a].group === ends[b].group ? 0 : 1);
  links.sort((p, q) => own(p) - own(q) || p.cost - q.cost || p.a - q.a || p.b - q.b || p.blockA - q.blockA);

  const root = Int32Array.from(ends, (_, e) => e);
  const find = (e: number): number => {
    let top = e;
    while (root[top] !== top) {
      root[top] = root[root[top]];
      top = root[top];
    }
    return top;
  };
  const wayBack = (block: number): LonLat[] => {
    const way: LonLat[] = [];
    // the end's own block is left out: the end itself stands there
    for (let i = block; i >= 0 && previous[i] >= 0; i = previous[i]) way.push(placeOf(land, i, onRoad[i]));
    return way;
  };
  return links
    .filter(({ a, b }) => {
      const rootA = find(a);
      const rootB = find(b);
      root[rootA] = rootB;
      return rootA !== rootB;
    })
    .map(({ a, b, blockA, blockB }) => ({
      from: a,
      to: b,
      way: [ends[a].position, ...wayBack(blockA).reverse(), ...wayBack(blockB), ends[b].position],
    }));
};

/** For each block the cell plus one where a road passes, nearest its middle; 0 where none does. */
const roadBlocks = (land: Land): Int32Array => {
  const { grid } = land.ground.terrain;
  const passes = new Int32Array(land.blocks.columns * land.blocks.rows);
  const offCentre = new Float64Array(passes.length).fill(Number.POSITIVE_INFINITY);
  const middle = (blockCells - 1) / 2;
  for (const road of land.ground.roads.features) {
    walkLine(grid, road.geometry.coordinates, (cell) => {
      const block = land.blocks.blockOf(cell);
      const dx = ((cell % grid.width) % blockCells) - middle;
      const dy = (Math.floor(cell / grid.width) % blockCells) - middle;
      if (Math.hypot(dx, dy) < offCentre[block]) {
        offCentre[block] = Math.hypot(dx, dy);
        passes[block] = cell + 1;
      }
    });
  }
  return passes;
};

/** Where a cable passes a block: on its road, or in its middle. */
const placeOf = (land: Land, block: number, roadCell: number): LonLat => {
  if (roadCell > 0) return land.positionIn(roadCell - 1, 0.5, 0.5);
  const { columns } = land.blocks;
  const cell = Math.floor(block / columns) * blockCells * land.width + (block % columns) * blockCells;
  return land.positionIn(cell, blockCells / 2, blockCells / 2);
};
