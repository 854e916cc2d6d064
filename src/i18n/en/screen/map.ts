import type { Translation } from '../../texts.ts';
import type { map as vietnamese } from '../../vi/screen/map.ts';

export const map: Translation<typeof vietnamese> = {
  importing: 'Import a file',
  label: 'Map',
  instructions: 'Arrow keys move the map, + and − zoom.',
  legend: 'Legend',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  home: 'Whole province',
  none: 'There is no map',
  menu: {
    here: 'What is here',
    addMast: 'Add a mast here…',
    path: 'Profile from {{site}} to here',
    pathNeedsSite: 'Profile to here: select a site first',
  },
  hamletStatus: 'Hamlets by {{technology}} signal, {{operator}}',
  siteTenancy: 'Sites by number of operators',
  tenancy1: 'one',
  tenancy2: 'two',
  tenancy3: 'three or more',
  communeShare: 'People without {{technology}}, share of commune',
  shareZero: '0 %',
  shareBelow: '< {{high}} %',
  shareBetween: '{{low}}–{{high}} %',
  shareAbove: '≥ {{low}} %',
  shareUnknown: 'unknown, or no {{technology}} in the network',
  merge: 'merge: moved → host',
  failed: 'The map can’t be drawn: {{message}}. The panels still work.',
  noWebGl:
    'This browser has no WebGL 2 and can’t draw the map; panels, calculations and reports still work. Turn on graphics acceleration, or use a recent Chrome, Edge, Firefox or Safari.',
  noSignalPeople: '{{people}} people · {{technology}}: {{status}}',
  siteTip: '{{operators}} · {{height}} m',
  communeTip: '{{hamlets}} hamlets · {{people}} people',
};
