export * from './certainty.ts';
export * from './field.ts';
export * from './kind.ts';
export * from './letterhead.ts';
export * from './promise.ts';
export * from './proposal.ts';
export * from './rule.ts';
export * from './status.ts';
