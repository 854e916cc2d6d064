import { circlesOf, type Module } from './graph.ts';
import { builder, packages, screen, sideways, steps, through } from './layers.ts';

/** The room a file lies in; null for one outside all of them. */
const roomOf = (path: string): string | null =>
  steps.flat().find((room) => path === room || path.startsWith(`${room}/`)) ?? null;

const stepOf = (room: string): number => steps.findIndex((rooms) => rooms.includes(room));

const mayUse = (room: string, other: string): boolean =>
  room === other || stepOf(other) < stepOf(room) || (sideways[room]?.includes(other) ?? false);

const isNamed = (names: readonly string[], name: string): boolean =>
  names.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));

/** The feature a file of the screen belongs to; null for what is no feature's. */
const featureOf = (path: string): string | null => {
  if (!path.startsWith(`${screen.folder}/`)) return null;
  const [folder, ...rest] = path.slice(screen.folder.length + 1).split('/');
  return rest.length > 0 ? folder : null;
};

const isShared = (feature: string): boolean => (screen.shared as readonly string[]).includes(feature);

const roomFaults = ({ path, imports, packages: used }: Module): string[] => {
  const room = roomOf(path);
  if (!room) return path.startsWith(`${builder.folder}/`) ? [] : [`${path} lies in no room of the table`];
  const wrong = imports.flatMap((target) => {
    if (target.startsWith(`${builder.folder}/`))
      return (builder.usedBy as readonly string[]).includes(room)
        ? []
        : [`${path} → ${target}: ${room} makes no packs`];
    const other = roomOf(target);
    const between = through.find((one) => one.room === room && one.meets === other);
    if (between) return [`${path} → ${target}: ${room} meets ${other} through ${between.by}`];
    return !other || mayUse(room, other) ? [] : [`${path} → ${target}: ${room} may not use ${other}`];
  });
  const foreign = packages
    .filter(({ rooms }) => !rooms.includes(room))
    .flatMap(({ names, rooms }) =>
      used
        .filter((name) => isNamed(names, name))
        .map((name) => `${path} → ${name}: only ${rooms.join(', ')} may use it`),
    );
  return [...wrong, ...foreign];
};

const featureFaults = ({ path, imports }: Module): string[] => {
  const feature = featureOf(path);
  return imports.flatMap((target) => {
    const other = featureOf(target);
    if (!other || other === feature) return [];
    if (isShared(other)) return [];
    if (feature && isShared(feature)) return [`${path} → ${target}: what all share knows no feature`];
    const file = target.slice(`${screen.folder}/${other}/`.length);
    return screen.front.test(file) ? [] : [`${path} → ${target}: a feature is met at its front file`];
  });
};

/** What is shared by too few. Files that only other shared files use count those files' features. */
const sharedFaults = (modules: readonly Module[]): string[] => {
  const importers = new Map<string, Module[]>();
  for (const module of modules) {
    for (const target of module.imports) importers.set(target, [...(importers.get(target) ?? []), module]);
  }
  const featuresOf = (path: string, seen: Set<string>): Set<string> => {
    const features = new Set<string>();
    if (seen.has(path)) return features;
    seen.add(path);
    for (const { path: by } of importers.get(path) ?? []) {
      const feature = featureOf(by);
      // the shell of the screen counts as one
      if (!feature) features.add(by);
      else if (isShared(feature)) for (const one of featuresOf(by, seen)) features.add(one);
      else features.add(feature);
    }
    return features;
  };
  return modules.flatMap(({ path }) => {
    const feature = featureOf(path);
    if (!feature || !isShared(feature)) return [];
    const features = featuresOf(path, new Set());
    return features.size >= screen.leastFeatures
      ? []
      : [`${path} is shared by ${features.size} (${[...features].join(', ')}); ${screen.leastFeatures} are needed`];
  });
};

/** Everything that is wrong with the way imports run, a line each. */
export const faultsOf = (modules: readonly Module[]): string[] => [
  ...modules.flatMap(roomFaults),
  ...modules.flatMap(featureFaults),
  ...sharedFaults(modules),
  ...circlesOf(modules).map((circle) => `circle: ${circle.join(' → ')} → ${circle[0]}`),
];
