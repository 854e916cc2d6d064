import type { Translation } from '../../texts.ts';
import type { structure as vietnamese } from '../../vi/screen/structure.ts';

export const structure: Translation<typeof vietnamese> = {
  guyed: 'guyed mast',
  'self-support': 'self-supporting tower',
  monopole: 'monopole',
  rooftop: 'rooftop',
  unknown: 'structure unknown',
};
