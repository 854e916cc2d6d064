import type { Site } from '../model/site.ts';
import type { BackhaulLink, Failure, ResilienceQuestion, ResilienceScene } from './resilience-types.ts';

/** Sites that fall together. */
export interface FailureGroup extends Pick<Failure, 'id' | 'name'> {
  kind: 'backhaul' | 'grid';
  /** Indices into the scene's sites. */
  sites: ReadonlySet<number>;
}

/** What hangs behind a site or a node, near and far, and the site itself. A circle of links falls as one. */
const behind = (id: string, links: readonly BackhaulLink[]): Set<string> => {
  const chain = new Set([id]);
  // a set is walked on over what joins it meanwhile
  for (const parent of chain) for (const link of links) if (link.parentId === parent) chain.add(link.siteId);
  return chain;
};

const indicesOf = (sites: readonly Site[], isIn: (site: Site) => boolean): Set<number> =>
  new Set(sites.flatMap((site, s) => (isIn(site) ? [s] : [])));

/** The chains of backhaul that are known, and the sites of every commune. */
export const failureGroups = (
  { sites, communes }: Pick<ResilienceScene, 'sites' | 'communes'>,
  { backhaul }: ResilienceQuestion,
): FailureGroup[] => {
  const parents = [...new Set(backhaul.map(({ parentId }) => parentId))].sort();
  const chains = parents.map((id): FailureGroup => {
    const chain = behind(id, backhaul);
    return { kind: 'backhaul', id, name: id, sites: indicesOf(sites, (site) => chain.has(site.id)) };
  });
  const grids = communes.map(
    ({ code, name }): FailureGroup => ({
      kind: 'grid',
      id: code,
      name,
      sites: indicesOf(sites, ({ communeCode }) => communeCode === code),
    }),
  );
  return [...chains, ...grids].filter((group) => group.sites.size > 0);
};
