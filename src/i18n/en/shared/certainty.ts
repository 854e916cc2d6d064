import type { Translation } from '../../texts.ts';
import type { certainty as vietnamese } from '../../vi/shared/certainty.ts';

export const certainty: Translation<typeof vietnamese> = { certain: 'certain', likely: 'likely', doubtful: 'doubtful' };
