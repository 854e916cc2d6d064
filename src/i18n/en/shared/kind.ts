import type { Translation } from '../../texts.ts';
import type { kind as vietnamese } from '../../vi/shared/kind.ts';

export const kind: Translation<typeof vietnamese> = {
  official: 'official',
  measured: 'measured',
  derived: 'derived',
  synthetic: 'synthetic',
  meaning: {
    official: 'published by the competent authority',
    measured: 'measured in the field or from satellites',
    derived: 'computed from official or measured sources',
    synthetic: 'generated to look plausible; not real figures',
  },
};
