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
  /** Of every other node. */
  positionOf: (node: number) => LonLat;
  /** The cell of ground each node lies in. */
  cells: Int32Array;
  lengthM: Float64Array;
  /** By edge: the lit node it starts from, or one of `edgeMarks`. */
  mark: Int32Array;
  /** Node of each hamlet; −1 where it lies off the ground that is known. */
  hamletNodes: Int32Array;
}

export const root = 0;

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
  const builder = new GraphBuilder(ground, region, choice, cost);
  builder.layCells();
  builder.layRoads(roads);
  const hamletNodes = Int32Array.from(hamlets, (position) => builder.joinHamlet(position));
  lit.forEach((position, number) => {
    builder.joinLit(position, number);
  });
  return { ...builder.build(), hamletNodes };
};

/** The four neighbours of a cell that are counted from it; the other four count it. */
const steps = [
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

class GraphBuilder {
  private readonly edges = new EdgeList();
  /** By node; the cells come first. */
  private readonly cells: number[] = [-1];
  private readonly nodeOfCell: Int32Array;
  /** Nodes that are no cells, from the first of them on. */
  private readonly positions: LonLat[] = [];
  private firstPlace = 1;
  /** The same nodes by the cell they lie in. */
  private readonly inCell = new Map<number, number[]>();
  private readonly ground: Ground;
  private readonly region: Uint8Array;
  private readonly choice: BuildChoice;
  private readonly cost: LayingCost;

  constructor(ground: Ground, region: Uint8Array, choice: BuildChoice, cost: LayingCost) {
    this.ground = ground;
    this.region = region;
    this.choice = choice;
    this.cost = cost;
    this.nodeOfCell = new Int32Array(region.length);
  }

  layCells(): void {
    const { region, nodeOfCell, cells } = this;
    const { grid } = this.ground;
    const { width, height } = grid;
    for (let i = 0; i < region.length; i++) if (region[i]) nodeOfCell[i] = cells.push(i) - 1;
    this.firstPlace = cells.length;
    for (let row = 0; row < height; row++) {
      const { eastM, northM } = cellMetres(grid.zoom, cellCentre(grid, 0, row)[1]);
      for (let col = 0; col < width; col++) {
        const i = row * width + col;
        if (!region[i]) continue;
        for (const [dc, dr] of steps) {
          const j = i + dr * width + dc;
          if (col + dc < 0 || col + dc >= width || row + dr >= height || !region[j]) continue;
          this.layCountry(nodeOfCell[i], nodeOfCell[j], Math.hypot(dc * eastM, dr * northM));
        }
        let isBorder = false;
        this.around(i, (k) => {
          isBorder ||= !region[k];
        });
        if (isBorder) this.layBorder(nodeOfCell[i]);
      }
    }
  }

  layRoads({ positions, links }: RoadNetwork): void {
    const nodes = positions.map((position) => {
      const cell = this.cellAt(position);
      if (cell < 0 || !this.region[cell]) return -1;
      const node = this.add(position, cell);
      this.joinStraight(node, this.nodeOfCell[cell]);
      return node;
    });
    for (const { a, b, lengthM } of links) {
      const [from, to] = [nodes[a], nodes[b]];
      if (from >= 0 && to >= 0) {
        const kind = kindOf(this.choice, this.cost, lengthM, onRoad, onRoad);
        this.edges.add(from, to, lengthM, this.cost(lengthM, onRoad, onRoad, kind, 'central'), edgeMarks.road);
      } else if (from >= 0 || to >= 0) this.layBorder(Math.max(from, to));
    }
  }

  /** Joins a hamlet to all around it, hamlets before it among them; gives its node, −1 off the ground. */
  joinHamlet(position: LonLat): number {
    const cell = this.cellAt(position);
    if (cell < 0) return -1;
    const around = this.nodesAround(cell);
    const node = this.add(position, cell);
    for (const other of around) this.joinStraight(node, other);
    return node;
  }

  joinLit(position: LonLat, number: number): void {
    const cell = this.cellAt(position);
    if (cell < 0) return;
    for (const node of this.nodesAround(cell)) {
      this.layCountry(root, node, distanceM(position, this.positionOf(node)), number, cell);
    }
  }

  build(): Omit<FibreGraph, 'hamletNodes'> {
    const { edges, cells } = this;
    return {
      graph: graphOf(cells.length, edges.heads(), edges.costVnd()),
      positionOf: (node) => this.positionOf(node),
      cells: Int32Array.from(cells),
      lengthM: edges.lengthM(),
      mark: edges.mark(),
    };
  }

  private cellAt([lon, lat]: LonLat): number {
    return cellIndexAt(this.ground.grid, lon, lat);
  }

  private positionOf(node: number): LonLat {
    const { grid } = this.ground;
    const cell = this.cells[node];
    if (node >= this.firstPlace) return this.positions[node - this.firstPlace];
    return cellCentre(grid, cell % grid.width, Math.floor(cell / grid.width));
  }

  private add(position: LonLat, cell: number): number {
    this.positions.push(position);
    const node = this.cells.push(cell) - 1;
    const there = this.inCell.get(cell);
    if (there) there.push(node);
    else this.inCell.set(cell, [node]);
    return node;
  }

  private layCountry(
    a: number,
    b: number,
    lengthM: number,
    mark: number = edgeMarks.country,
    from = this.cells[a],
  ): void {
    const to = this.cells[b];
    const kind = kindOf(this.choice, this.cost, lengthM, from, to);
    this.edges.add(a, b, lengthM, this.cost(lengthM, from, to, kind, 'central'), mark);
  }

  private joinStraight(a: number, b: number): void {
    this.layCountry(a, b, distanceM(this.positionOf(a), this.positionOf(b)));
  }

  private layBorder(node: number): void {
    this.edges.add(root, node, 0, 0, edgeMarks.border);
  }

  /** Visits a cell and those around it, as far as there are any. */
  private around(cell: number, visit: (cell: number) => void): void {
    const { width, height } = this.ground.grid;
    const col = cell % width;
    const row = (cell - col) / width;
    for (let r = Math.max(0, row - 1); r <= Math.min(height - 1, row + 1); r++) {
      for (let c = Math.max(0, col - 1); c <= Math.min(width - 1, col + 1); c++) visit(r * width + c);
    }
  }

  /** Every node in a cell of the region and those around it. */
  private nodesAround(cell: number): number[] {
    const nodes: number[] = [];
    this.around(cell, (i) => {
      if (this.region[i]) nodes.push(this.nodeOfCell[i], ...(this.inCell.get(i) ?? []));
    });
    return nodes;
  }
}
