export { openPack, type PackEntry, type PackInput, replaceTerrainInWorker } from '../../workers/pack/client.ts';
