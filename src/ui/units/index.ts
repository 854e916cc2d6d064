export { followUnits } from './reading.ts';
export { UnitsSwitch } from './units-switch.tsx';
