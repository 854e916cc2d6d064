import { distanceM } from '../../geo/distance.ts';
import { cellCentre, cellIndexAt, cellMetres } from '../../geo/grid.ts';
import type { LonLat } from '../../model/place.ts';
import { type Graph, graphOf } from '../steiner/graph.ts';
import { EdgeList } from './edge-list.ts';
import type { Ground } from './ground.ts';
import { type BuildChoice, kindOf, type LayingCost, onRoad } from './laying-cost.ts';
import type { RoadNetwork } from './road-network.ts';

/** What an edge is, where it is not one out of a lit node. */
export const edgeMarks = { country: -1, road: -2, border: -3 } as const;

/** Where a cable may run: open country cell by cell, roads, and the places to be joined, all one graph. */
export interface FibreGraph {
  /** Node 0 is all lit nodes together: what is lit costs nothing to join. */
  graph: Graph;
  /** By node; all lit nodes together have no place. */
  positions: (LonLat | null)[];
  /** The cell of ground each node lies in. */
  cells: Int32Array;
  lengthM: Float64Array;
  /** By edge: the lit node it starts from, or one of `edgeMarks`. */
  mark: Int32Array;
  /** Node of each hamlet; −1 where it lies off the ground that is known. */
  hamletNodes: Int32Array;
}

export const root = 0;

/** The four neighbours of a cell that are counted from it; the other four count it. */
const steps = [
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

interface Places {
  lit: readonly LonLat[];
  hamlets: readonly LonLat[];
  roads: RoadNetwork;
}

/**
 * The graph over a region of the ground. A cell is joined to its eight neighbours, a road's point to its cell, and a lit node
 * or a hamlet to the cells, points and other places around it, so that a cable may take to a road or leave it anywhere.
 * Cells and points at the region's edge have a free edge to node 0, marked as border: nothing may be built there.
 */
export const fibreGraph = (
  ground: Ground,
  region: Uint8Array,
  { lit, hamlets, roads }: Places,
  choice: BuildChoice,
  cost: LayingCost,
): FibreGraph => {
  const { grid } = ground;
  const { width, height } = grid;
  const edges = new EdgeList();
  const positions: (LonLat | null)[] = [null];
  const cells: number[] = [-1];
  const nodeOfCell = new Int32Array(region.length);
  /** Nodes of road points and hamlets by cell, for those who look for them around. */
  const inCell = new Map<number, number[]>();
  const add = (position: LonLat, cell: number): number => {
    positions.push(position);
    cells.push(cell);
    return positions.length - 1;
  };
  const addInCell = (position: LonLat, cell: number): number => {
    const node = add(position, cell);
    const there = inCell.get(cell);
    if (there) there.push(node);
    else inCell.set(cell, [node]);
    return node;
  };
  const isBorder = (i: number, col: number, row: number): boolean =>
    (col > 0 && !region[i - 1]) ||
    (col < width - 1 && !region[i + 1]) ||
    (row > 0 && !region[i - width]) ||
    (row < height - 1 && !region[i + width]);
  const layCountry = (a: number, b: number, lengthM: number, mark: number, fromCell = cells[a]): void => {
    const kind = kindOf(choice, cost, lengthM, fromCell, cells[b]);
    edges.add(a, b, lengthM, cost(lengthM, fromCell, cells[b], kind, 'central'), mark);
  };
  const joinStraight = (a: number, b: number): void =>
    layCountry(a, b, distanceM(positions[a]!, positions[b]!), edgeMarks.country);

  // open country
  for (let i = 0; i < region.length; i++) {
    if (region[i]) nodeOfCell[i] = add(cellCentre(grid, i % width, Math.floor(i / width)), i);
  }
  for (let row = 0; row < height; row++) {
    const { eastM, northM } = cellMetres(grid.zoom, cellCentre(grid, 0, row)[1]);
    for (let col = 0; col < width; col++) {
      const i = row * width + col;
      if (!region[i]) continue;
      for (const [dc, dr] of steps) {
        const j = i + dr * width + dc;
        if (col + dc < 0 || col + dc >= width || row + dr >= height || !region[j]) continue;
        layCountry(nodeOfCell[i], nodeOfCell[j], Math.hypot(dc * eastM, dr * northM), edgeMarks.country);
      }
      if (isBorder(i, col, row)) edges.add(root, nodeOfCell[i], 0, 0, edgeMarks.border);
    }
  }

  // roads
  const nodeOfPoint = roads.positions.map((position) => {
    const cell = cellIndexAt(grid, ...position);
    return cell >= 0 && region[cell] ? addInCell(position, cell) : 0;
  });
  for (const node of nodeOfPoint) if (node > 0) joinStraight(node, nodeOfCell[cells[node]]);
  for (const { a, b, lengthM } of roads.links) {
    const [from, to] = [nodeOfPoint[a], nodeOfPoint[b]];
    if (from > 0 && to > 0) {
      const kind = kindOf(choice, cost, lengthM, onRoad, onRoad);
      edges.add(from, to, lengthM, cost(lengthM, onRoad, onRoad, kind, 'central'), edgeMarks.road);
    } else if (from + to > 0) edges.add(root, from + to, 0, 0, edgeMarks.border);
  }

  /** Every node in the cell of a position and those around it. */
  const around = (cell: number, visit: (node: number) => void): void => {
    const col = cell % width;
    const row = (cell - col) / width;
    for (let r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++) {
      for (let c = Math.max(0, col - 1); c <= Math.min(width - 1, col + 1); c++) {
        const i = r * width + c;
        if (!region[i]) continue;
        visit(nodeOfCell[i]);
        for (const node of inCell.get(i) ?? []) visit(node);
      }
    }
  };

  // hamlets, each joined to those before it
  const hamletNodes = Int32Array.from(hamlets, (position) => {
    const cell = cellIndexAt(grid, ...position);
    if (cell < 0) return -1;
    const node = add(position, cell);
    around(cell, (other) => joinStraight(node, other));
    addTo(inCell, cell, node);
    return node;
  });
  lit.forEach((position, l) => {
    const cell = cellIndexAt(grid, ...position);
    if (cell < 0) return;
    around(cell, (node) => layCountry(root, node, distanceM(position, positions[node]!), l, cell));
  });
  return {
    graph: graphOf(positions.length, edges.heads(), edges.costVnd()),
    positions,
    cells: Int32Array.from(cells),
    lengthM: edges.lengthM(),
    mark: edges.mark(),
    hamletNodes,
  };
};

const addTo = (map: Map<number, number[]>, key: number, value: number): void => {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
};
