export { openPack, type PackEntry, type PackInput, replaceTerrainOf } from '../../workers/pack/client.ts';
