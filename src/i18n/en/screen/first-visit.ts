import type { Translation } from '../../texts.ts';
import type { firstVisit as vietnamese } from '../../vi/screen/first-visit.ts';

export const firstVisit: Translation<typeof vietnamese> = {
  title: 'The real boundaries and terrain of Thái Nguyên',
  means:
    'The open pack is synthetic. Real boundaries, terrain, roads and places can be had from public sources: see sizes, sources and licences first; nothing is fetched yet.',
  look: 'See sources and sizes',
  no: 'No, thank you',
};
