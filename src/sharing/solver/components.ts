import type { MergeProblem } from './merge-problem.ts';

/**
 * Options that can stand in each other's way, together: those of one component share no site and no conflict with those of
 * another. Each in the problem's order, components by their first option.
 */
export const componentsOf = ({ tenants, options, conflicts }: MergeProblem): number[][] => {
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
  for (const { host, donor } of options) join(host, donor);
  for (const conflict of conflicts)
    for (const option of conflict) join(options[option].host, options[conflict[0]].host);
  const components = new Map<number, number[]>();
  options.forEach(({ host }, option) => {
    const root = rootOf(host);
    const component = components.get(root);
    if (component) component.push(option);
    else components.set(root, [option]);
  });
  return [...components.values()];
};
