/** Other addresses of sources, as the app was built with: 'overpass=https://…,terrarium=https://…'. */
const written: string = import.meta.env.VITE_SOURCE_ADDRESSES ?? '';

export const addressesOfBuild: Readonly<Record<string, string>> = Object.fromEntries(
  written
    .split(',')
    .filter(Boolean)
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);
