import { batch, computed, effect } from '@preact/signals';
import type { OtherUnits, UnitVintage } from '../../model/other-units.ts';
import { unitVintages } from '../../model/other-units.ts';
import { readOtherUnits } from '../../runs/units.ts';
import { createJob } from '../app-state/job.ts';
import type { Question } from '../app-state/job-types.ts';
import { communesKeyOf } from '../app-state/run-keys.ts';
import { base, opened, study } from '../app-state/study.ts';
import { type UnitsRead, unitsRead } from '../app-state/told-by.ts';
import { filter, select, selection, setFilter, unitsAsked } from '../app-state/view.ts';

/** Vintage of the pack's own units, where there is another they could be read by. */
export const ownVintage = computed<UnitVintage | null>(
  () => unitVintages.find((vintage) => vintage === base.value?.pack.manifest.vintage) ?? null,
);

/** The other vintage that is asked for; null where the pack's own are. */
const otherAsked = computed(() =>
  ownVintage.value !== null && unitsAsked.value !== ownVintage.value ? unitsAsked.value : null,
);

type Read = Pick<UnitsRead, 'units' | 'telling'>;

/** Reads the units that are asked for on the ground of the scenario's communes; null where they are not known. */
export const reading = createJob<Read | null, 'reading'>({
  key: () => (study.value && otherAsked.value ? `${otherAsked.value} ${communesKeyOf(study.value)}` : null),
  keeps: { most: 2 },
});

/** Whether it is not known which units of the other vintage those of the pack are. */
export const isUnknown = computed(() => reading.state.value.kind === 'done' && reading.result.value === null);

const question: Question<Read | null, 'reading'> = {
  stage: 'reading',
  work: async ({ signal }) => {
    const [pack, vintage] = [opened.peek()?.pack, otherAsked.peek()];
    if (!pack || !vintage) throw new Error('Units were asked for before a pack was open');
    const [units, { findingsByUnits, proposalsByUnits }, { readByUnits }] = await Promise.all([
      readOtherUnits(pack, vintage, { signal }),
      import('../../findings/by-units.ts'),
      import('../../geo/units/read-by-units.ts'),
    ]);
    return units && { units, telling: { findingsByUnits, proposalsByUnits, readByUnits } };
  },
};

/** The one unit of another vintage that a commune's ground is in; null where it is in several. */
const onlyPart = (units: OtherUnits, code: string): string | null => {
  const parts = units.partsOf.get(code) ?? [];
  return parts.length === 1 ? parts[0] : null;
};

/** The one commune of the pack that a unit's ground is in. */
const onlyWhole = (units: OtherUnits, code: string): string | null => {
  const wholes = [...units.partsOf].filter(([, parts]) => parts.includes(code));
  return wholes.length === 1 ? wholes[0][0] : null;
};

/** What is filtered by and selected names units that are told no more: it goes on with what they became, or is dropped. */
const carryOver = (codeOf: (code: string) => string | null): void => {
  const { district, commune } = filter.peek();
  if (district !== null || commune !== null) {
    setFilter({ district: null, commune: commune === null ? null : codeOf(commune) });
  }
  const chosen = selection.peek();
  if (chosen?.kind !== 'commune') return;
  const code = codeOf(chosen.id);
  // with nothing selected a narrow screen goes back to the task
  if (code === null) select(null);
  else selection.value = { kind: 'commune', id: code };
};

/** Whether codes on screen are of the pack's units while others are being read; an address brings those it asks for. */
let namesOwn = false;

/** Asks for units on screen. */
export const askUnits = (vintage: UnitVintage): void => {
  const isOwn = vintage === ownVintage.peek();
  const told = unitsRead.peek();
  batch(() => {
    if (isOwn && told) carryOver((code) => onlyWhole(told.units, code));
    namesOwn = !isOwn;
    unitsAsked.value = isOwn ? null : vintage;
  });
};

/** Tells everything by the units asked for as soon as they are read; returns what ends it. */
export const followUnits = (): (() => void) => {
  const stops = [
    reading.follow(() => (otherAsked.value ? question : null)),
    effect(() => {
      const [read, from] = [reading.settled.value, opened.value?.pack.communes];
      batch(() => {
        if (read && namesOwn) carryOver((code) => onlyPart(read.units, code));
        if (read) namesOwn = false;
        unitsRead.value = read && from ? { from, ...read } : null;
      });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
