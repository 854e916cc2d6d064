export * from './closing.ts';
export * from './import.ts';
export * from './path.ts';
export * from './province.ts';
export * from './report.ts';
export * from './scenarios.ts';
export * from './sharing.ts';
