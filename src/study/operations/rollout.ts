import { communeFinder } from '../../files/vector/locate.ts';
import type { Site } from '../../model/site.ts';
import { isRebuilding } from '../../rollout/rebuilding.ts';
import type { RolloutOption } from '../../rollout/rollout-types.ts';
import { canonicalJson } from '../canonical.ts';
import { type Outcome, type Refusal, refused } from '../moment.ts';
import { changeOf, entryOf, type Study } from '../study.ts';
import { siteProblem } from './sites.ts';

/** What carrying out an option of a rollout needs of it. */
export type OptionToBuild = Pick<RolloutOption, 'operator' | 'siteId' | 'site'>;

/** Sites of the locked base that the scenario at work has taken down. */
export const takenDownSites = (study: Study): Site[] =>
  study.base.pack.sites.filter(({ id }) => !entryOf(study, 'sites', id));

/** A site without what an option changes of it: the tenant that builds there. */
const besides = ({ tenants, communeCode: _, ...site }: Site, operator: string): string =>
  canonicalJson({ ...site, tenants: tenants.filter((tenant) => tenant.operator !== operator) });

/** The site as it will stand, or why the option can't be built as it was planned. */
const builtOn = (study: Study, { operator, siteId, site }: OptionToBuild, gone: readonly Site[]): Site | Refusal => {
  if (siteId !== null) {
    const standing = entryOf(study, 'sites', siteId);
    if (!standing) return refused('no-such-entry', { id: siteId });
    // what was merged onto it since the plan was made would be lost
    if (besides(standing, operator) !== besides(site, operator)) return refused('changed-since', { id: siteId });
    return { ...site, communeCode: standing.communeCode };
  }
  if (entryOf(study, 'sites', site.id)) return refused('id-taken', { id: site.id });
  const commune = communeFinder(study.base.pack.communes)(site.position);
  if (!commune) return refused('outside-province', { id: site.id });
  const rebuilt = gone.find(({ position }) => isRebuilding({ takenDown: [position] }, site.position));
  if (rebuilt) return refused('rebuilds', { id: site.id, gone: rebuilt.id });
  return { ...site, communeCode: commune.code };
};

/**
 * Builds the options of a rollout plan, all in one moment. Nothing that the scenario took down is built again, and no site
 * that has changed since the plan was made is put back as it was.
 */
export const applyRollout = (study: Study, { options }: { options: readonly OptionToBuild[] }): Outcome => {
  if (options.length === 0) return refused('nothing-changes');
  const gone = takenDownSites(study);
  const after = new Map<string, Site>();
  for (const option of options) {
    const site = builtOn(study, option, gone);
    if ('refused' in site) return site;
    if (after.has(site.id)) return refused('id-taken', { id: site.id });
    const problem = siteProblem(study, site);
    if (problem) return problem;
    after.set(site.id, site);
  }
  return {
    note: { operation: 'applyRollout', subject: String(options.length) },
    changes: [...after.values()].map((site) => changeOf(study, 'sites', site.id, site)),
  };
};
