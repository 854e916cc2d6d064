import { computed } from '@preact/signals';
import type { Raster } from '../../../model/raster.ts';
import { chosenOption } from '../rollout/chosen-option.ts';
import { shownWhereNext } from '../rollout/where-next-job.ts';

/** People whom a mast would serve, cell by cell, while that map is to be seen. */
export const closingHeat = computed<Raster<Float32Array> | null>(() => shownWhereNext.value?.people ?? null);

/** Looks at the option whose mark was clicked. */
export const chooseMark = (id: string): void => {
  chosenOption.value = id;
};
