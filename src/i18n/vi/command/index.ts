export * from './explanation.ts';
export * from './itm.ts';
export * from './summary.ts';
