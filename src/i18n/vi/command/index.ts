export * from './explanation.ts';
export * from './summary.ts';
