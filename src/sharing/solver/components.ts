import type { MergeProblem } from './merge-problem.ts';

/**
 * Options that can stand in each other's way, together: those of one cluster share no site and no conflict with those of
 * another. Each in the problem's order, clusters by their first option.
 */
export const clustersOf = ({ tenants, options, conflicts }: MergeProblem): number[][] => {
  const parent = tenants.map((_, site) => site);
  const rootOf = (site: number): number => {
    let root = site;
    while (parent[root] !== root) root = parent[root];
    // later walks are short
    for (let at = site; parent[at] !== root; ) [at, parent[at]] = [parent[at], root];
    return root;
  };
  const join = (a: number, b: number): void => {
    parent[rootOf(a)] = rootOf(b);
  };
  for (const { host, moved } of options) join(host, moved);
  for (const conflict of conflicts)
    for (const option of conflict) join(options[option].host, options[conflict[0]].host);
  const clusters = new Map<number, number[]>();
  options.forEach(({ host }, option) => {
    const root = rootOf(host);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(option);
    else clusters.set(root, [option]);
  });
  return [...clusters.values()];
};
