import { vi } from 'vitest';

// Starting threads takes longer than the small packs of these tests; threads have tests of their own.
vi.mock('../../workers/node-worker.ts', () => ({ installNodeWorkers: () => {} }));
