import { grown } from '../steiner/grown.ts';

/** Edges as they are found, in arrays that grow. */
export class EdgeList {
  count = 0;
  private from = new Int32Array(1024);
  private to = new Int32Array(1024);
  private lengths = new Float64Array(1024);
  private costs = new Float64Array(1024);
  private marks = new Int32Array(1024);

  add(from: number, to: number, lengthM: number, costVnd: number, mark: number): void {
    if (this.count === this.from.length) this.grow();
    const e = this.count++;
    this.from[e] = from;
    this.to[e] = to;
    this.lengths[e] = lengthM;
    this.costs[e] = costVnd;
    this.marks[e] = mark;
  }

  /** Heads of the arcs, as a graph has them. */
  heads(): Int32Array {
    const head = new Int32Array(2 * this.count);
    for (let e = 0; e < this.count; e++) {
      head[2 * e] = this.to[e];
      head[2 * e + 1] = this.from[e];
    }
    return head;
  }

  lengthM = (): Float64Array => this.lengths.slice(0, this.count);
  costVnd = (): Float64Array => this.costs.slice(0, this.count);
  mark = (): Int32Array => this.marks.slice(0, this.count);

  private grow(): void {
    const size = 2 * this.from.length;
    this.from = grown(this.from, size);
    this.to = grown(this.to, size);
    this.lengths = grown(this.lengths, size);
    this.costs = grown(this.costs, size);
    this.marks = grown(this.marks, size);
  }
}
