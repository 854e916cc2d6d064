import { computed } from '@preact/signals';
import { filterHamlets } from '../../findings/hamlet-filter.ts';
import { findings } from '../app-state/run.ts';
import { filter } from '../app-state/view.ts';

/** Hamlets that the filter lets through. */
export const matching = computed(() => filterHamlets(findings.value?.hamlets ?? [], filter.value));
