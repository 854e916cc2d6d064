import { grown } from './grown.ts';

/**
 * Trees by the node they hang on and the set of terminals they hold, each once: an open-addressed table over typed arrays
 * that grow together.
 */
export class LabelTable {
  count = 0;
  node: Int32Array;
  set: Int32Array;
  cost: Float64Array;
  /** Sum of the reduced costs of its arcs. */
  reduced: Float64Array;
  /** The two labels it is made of, or the one and −2 − the edge that was added to it; −1 and −1 for a terminal alone. */
  first: Int32Array;
  second: Int32Array;
  private slots: Int32Array;

  constructor(capacity = 1 << 12) {
    this.node = new Int32Array(capacity);
    this.set = new Int32Array(capacity);
    this.cost = new Float64Array(capacity);
    this.reduced = new Float64Array(capacity);
    this.first = new Int32Array(capacity);
    this.second = new Int32Array(capacity);
    this.slots = new Int32Array(4 * capacity).fill(-1);
  }

  /** The label of a node and a set, made where there is none, with an infinite cost then. */
  at(node: number, set: number): number {
    if (this.count === this.node.length) this.grow();
    const mask = this.slots.length - 1;
    let slot = hash(node, set) & mask;
    for (let l = this.slots[slot]; l >= 0; l = this.slots[slot]) {
      if (this.node[l] === node && this.set[l] === set) return l;
      slot = (slot + 1) & mask;
    }
    const l = this.count++;
    this.slots[slot] = l;
    this.node[l] = node;
    this.set[l] = set;
    this.cost[l] = Number.POSITIVE_INFINITY;
    return l;
  }

  private grow(): void {
    const size = 2 * this.node.length;
    this.node = grown(this.node, size);
    this.set = grown(this.set, size);
    this.cost = grown(this.cost, size);
    this.reduced = grown(this.reduced, size);
    this.first = grown(this.first, size);
    this.second = grown(this.second, size);
    this.slots = new Int32Array(4 * size).fill(-1);
    const mask = this.slots.length - 1;
    for (let l = 0; l < this.count; l++) {
      let slot = hash(this.node[l], this.set[l]) & mask;
      while (this.slots[slot] >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = l;
    }
  }
}

const hash = (node: number, set: number): number => {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(set, 0x85ebca6b);
  return (h ^ (h >>> 15)) >>> 0;
};
