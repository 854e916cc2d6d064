export { readOtherUnitsInWorker as readOtherUnits } from '../../workers/units/client.ts';
