import type { Translation } from '../../texts.ts';
import type { province as vietnamese } from '../../vi/task/province.ts';

export const province: Translation<typeof vietnamese> = {
  title: 'Another province from public data',
  area: 'Choose an area by',
  kind: { province: 'Province', box: 'Corners' },
  search: 'Search by its name or an earlier one, marks not needed',
  noneFound: 'No province is called so.',
  box: {
    name: 'Name of the area',
    west: 'West, longitude',
    south: 'South, latitude',
    east: 'East, longitude',
    north: 'North, latitude',
    country: 'Country (3 letters)',
    refused: 'West must be less than east, south less than north, no side longer than {{most}} degrees.',
    plan: 'See what would be asked',
  },
  need: {
    boundaries: 'boundaries',
    terrain: 'terrain',
    places: 'places',
    roads: 'roads',
    masts: 'masts',
    cells: 'cells heard',
    landcover: 'land cover',
    population: 'population',
  },
  plan: {
    title: 'What is asked for {{name}}',
    megabytes: '{{value}} MB',
    amount: 'from {{host}}, requests: about {{count}}, {{size}}',
    fromFile: 'read from the file given, nobody is asked',
    giveFile: 'Give a file instead',
    askInstead: 'Ask the source, not the file',
    leaveOut: 'Leave it out',
    leftOut: 'Left out: {{id}}.',
    takeIn: 'Take it in again',
    whole:
      'About {{size}} in all; what this browser has already is not asked for again. Nothing is fetched before you begin.',
    other: 'Another area',
    begin: 'Begin',
  },
  fromPage: {
    no: 'This source does not let a web page ask it (CORS): download its file and give it here.',
    unknown:
      'Whether this source lets a web page ask it (CORS) is not known. If it refuses, download its file and give it here.',
  },
  asking: 'Asking the sources',
  step: {
    units: 'Joining boundaries',
    people: 'Placing people',
    ground: 'Laying the ground',
    hamlets: 'Placing hamlets',
    sites: 'Placing sites',
    fibre: 'Drawing fibre',
  },
  answers: '{{done}} of {{total}} answers, {{size}} MB',
  resumes: 'Cancel whenever you like: what has come is kept, and the next time goes on from there.',
  notKept: 'The browser has no room to keep this pack: save the study with its pack before you close the page.',
  failed: {
    title: 'The pack was not built.',
    kept: 'Nothing has changed; what has come is kept.',
    file: 'Try again, leave out the source that failed, or give its file in the list below.',
  },
  kept: {
    title: 'Packs kept in this browser',
    open: 'Open',
    save: 'Save zip',
    forget: 'Delete',
    forgotten: '{{title}} is deleted from this browser.',
  },
};
