import { landCoverClasses } from '../../model/raster.ts';
import type { Environment } from './model.ts';

/** Surroundings as Hata and COST 231 tell them apart; trees damp about as houses of a suburb do. */
const environmentOfClass = {
  unknown: 'open',
  water: 'open',
  open: 'open',
  suburban: 'suburban',
  forest: 'suburban',
  urban: 'small-city',
  'dense-urban': 'large-city',
} as const satisfies Record<(typeof landCoverClasses)[keyof typeof landCoverClasses], Environment>;

/** The surroundings a land-cover value stands for; open land for a value that is no class. */
export const landCoverEnvironment = (value: number): Environment =>
  environmentOfClass[landCoverClasses[value as keyof typeof landCoverClasses] ?? 'unknown'];
