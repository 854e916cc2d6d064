/**
 * Which way imports run: a room uses those on lower steps, and of its own step those it names. Types count too.
 * ARCHITECTURE.md tells why.
 */
export const steps: readonly (readonly string[])[] = [
  ['src/model'],
  ['src/geo'],
  ['src/radio'],
  ['src/coverage', 'src/money'],
  [
    'src/capacity',
    'src/fibre',
    'src/files',
    'src/measured',
    'src/resilience',
    'src/rollout',
    'src/sharing',
    'src/sources',
  ],
  ['src/findings', 'src/proposal'],
  ['src/i18n', 'src/report'],
  ['src/study'],
  ['workers'],
  ['src/map', 'src/runs'],
  ['src/cli', 'src/ui'],
  ['src/main.tsx'],
];

/** Rooms of one step that another of it may use. */
export const sideways: Readonly<Record<string, readonly string[]>> = {
  'src/findings': ['src/proposal'],
  'src/report': ['src/i18n'],
  'src/resilience': ['src/sharing'],
  'src/rollout': ['src/fibre', 'src/sharing'],
  'src/sources': ['src/files'],
};

/** Rooms that are met through another only, though they lie lower: the screen asks for a calculation, and starts none. */
export const through: readonly { room: string; meets: string; by: string }[] = [
  { room: 'src/ui', meets: 'workers', by: 'src/runs' },
];

/** Rooms that may use what only some places have; no other may. Names end in * where more of a kind are meant. */
export const packages: readonly { names: readonly string[]; rooms: readonly string[] }[] = [
  { names: ['maplibre-gl*'], rooms: ['src/map'] },
  { names: ['preact*', '@preact/signals'], rooms: ['src/ui', 'src/i18n', 'src/main.tsx'] },
  { names: ['i18next'], rooms: ['src/i18n'] },
  { names: ['node:*'], rooms: ['src/cli', 'workers'] },
];

/** Makes packs, where the command line or a worker asks it to: a page never builds on its own thread. */
export const builder = { folder: 'data/build', usedBy: ['src/cli', 'workers'] } as const;

/** Of the screen: a feature is met at its front file, and what is shared is used by so many features. */
export const screen = {
  folder: 'src/ui',
  front: /^index\.tsx?$/,
  shared: ['kit', 'app-state'],
  leastFeatures: 3,
} as const;
