import type { Translation } from '../../texts.ts';
import type { letterhead as vietnamese } from '../../vi/shared/letterhead.ts';

export const letterhead: Translation<typeof vietnamese> = {
  parentBody: "{{province}} People's Committee",
  place: '{{province}}',
  signerTitle: 'Director',
  before2025: {
    office: 'Department of Information and Communications',
    symbol: 'BC-STTTT',
    ministry: 'Ministry of Information and Communications',
    unit: 'post and telecommunications',
  },
  since2025: {
    office: 'Department of Science and Technology',
    symbol: 'BC-SKHCN',
    ministry: 'Ministry of Science and Technology',
    unit: 'post and telecommunications',
  },
  localities: { before: "People's Committees of the districts", since: "People's Committees of the communes" },
  recipient: {
    committee: "Provincial People's Committee (to report)",
    ministry: '{{ministry}} (to report)',
    localities: '{{localities}}',
    companies: 'Telecommunications companies in the province',
    archive: 'Archive: office, {{unit}}',
  },
};
