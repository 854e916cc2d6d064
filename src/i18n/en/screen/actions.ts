import type { Translation } from '../../texts.ts';
import type { actions as vietnamese } from '../../vi/screen/actions.ts';

export const actions: Translation<typeof vietnamese> = {
  find: 'Find a place or an action',
  findShort: 'Find…',
  placeholder: 'Commune, hamlet, site id, operator, coordinates, action…',
  hint: 'Accents can be left out. Coordinates in WGS 84 (degrees, minutes, seconds) or VN-2000 (metres). ↑ ↓ walk, Enter chooses.',
  results: 'What was found',
  none: 'Nothing fits.',
  more: 'and {{count}} more',
  people: '{{people}} people',
  operatorGaps: 'see hamlets by its signal',
  wgs84: 'WGS 84',
  vn2000: 'VN-2000, central meridian {{meridian}}',
  toCard: 'Go to the card of what is selected',
  needsSite: 'Select a site first',
  needsPlace: 'Nothing is selected',
  group: {
    task: 'Tasks',
    place: 'What is selected',
    map: 'Map',
    study: 'Study',
    file: 'Files',
    view: 'Display',
  },
  found: {
    position: 'Coordinates',
    commune: 'Communes',
    hamlet: 'Hamlets',
    site: 'Sites',
    area: 'Areas of interest',
    operator: 'Operators',
    action: 'Actions',
  },
};
