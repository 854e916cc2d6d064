import { communeFinder } from '../../../files/vector/locate.ts';
import { t } from '../../../i18n/language.ts';
import type { Site } from '../../../model/site.ts';
import type { PlannedOption } from '../../../rollout/rollout-types.ts';
import type { Outcome } from '../../../study/moment.ts';
import { operations } from '../../../study/operations/index.ts';
import type { Study } from '../../../study/study.ts';

/** Puts what a plan builds into the scenario, as one moment: new sites, and standing ones as they are changed. */
export const putPlan = (study: Study, { plan }: { plan: readonly PlannedOption[] }): Outcome => {
  const communeOf = communeFinder(study.base.pack.communes);
  const placed = ({ site }: PlannedOption): Site =>
    site.communeCode === '' ? { ...site, communeCode: communeOf(site.position)?.code ?? '' } : site;
  return operations.importFile(study, { file: t('closing.apply.moment'), layers: { sites: plan.map(placed) } });
};
