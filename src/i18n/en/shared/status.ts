import type { Translation } from '../../texts.ts';
import type { status as vietnamese } from '../../vi/shared/status.ts';

export const status: Translation<typeof vietnamese> = {
  served: 'served',
  partial: 'signal hole',
  none: 'no signal',
  unknown: 'unknown',
  absent: 'not in the network',
  pending: 'not computed',
};
