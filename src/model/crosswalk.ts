/**
 * Which unit of a later vintage the ground of a unit belongs to since. Each goes whole to one successor: where a map
 * disagrees with the list of predecessors, the list decides.
 */
export interface Crosswalk {
  /** Vintage of the keys: '2020'. */
  from: string;
  /** Vintage of the values: '2025'. */
  to: string;
  /** Successor's code by code. */
  successors: ReadonlyMap<string, string>;
}

/** The codes that went into each successor, in the crosswalk's order. */
export const predecessorsOf = ({ successors }: Crosswalk): Map<string, string[]> => {
  const predecessors = new Map<string, string[]>();
  for (const [code, successor] of successors) {
    const known = predecessors.get(successor);
    if (known) known.push(code);
    else predecessors.set(successor, [code]);
  }
  return predecessors;
};
