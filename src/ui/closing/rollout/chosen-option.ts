import { signal } from '@preact/signals';
import type { LonLat } from '../../../model/place.ts';
import type { RolloutFinding, RolloutOption } from '../../../rollout/rollout-types.ts';
import { flyToPositions } from '../../app-state/go-to.ts';
import { lookup } from '../../app-state/study.ts';
import { communeTitle } from '../../app-state/titles.ts';
import type { PlannedRollout } from './rollout-jobs.ts';

/** The option looked at, in the table and on the map. */
export const chosenOption = signal<string | null>(null);

/** Whether the map also has the options that the plan leaves. */
export const optionsOn = signal(false);

/** Where it stands, and the places that it serves. */
const placesOfOption = ({ site, serves }: RolloutOption, { demands }: RolloutFinding): LonLat[] => [
  site.position,
  ...serves.map((d) => demands[d].position),
];

/** Looks at an option: its row, its mark, and whom it serves. */
export const showOption = (option: RolloutOption, finding: RolloutFinding): void => {
  chosenOption.value = option.id;
  flyToPositions(placesOfOption(option, finding));
};

/** Where an option is, as people say it: by the hamlet that it serves most of. */
export const placeOfOption = ({ serves }: RolloutOption, { finding, network }: PlannedRollout): string => {
  const people = new Map<number, number>();
  for (const d of serves) {
    const demand = finding.demands[d];
    people.set(demand.hamlet, (people.get(demand.hamlet) ?? 0) + Math.max(1, demand.people));
  }
  const [most] = [...people].sort(([, a], [, b]) => b - a);
  const hamlet = most && network.hamlets[most[0]];
  if (!hamlet) return '';
  const commune = lookup.value?.commune(hamlet.communeCode)?.properties;
  return commune ? `${hamlet.name}, ${communeTitle(commune)}` : hamlet.name;
};
