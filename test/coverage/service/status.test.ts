import { describe, expect, it } from 'vitest';
import { certaintyOf, statusOf } from '../../../src/coverage/service/status.ts';

describe('status of a hamlet', () => {
  it.each([
    [-100, [-100, -109.9], 'served'],
    [-110, [-110], 'served'],
    [-100, [-100, -110.1], 'partial'],
    [-110.1, [-90], 'none'],
    [Number.NaN, [-90], 'none'],
    [-90, [Number.NaN], 'partial'],
  ] as const)('centre %d dBm, clusters %j dBm: %s', (centre, clusters, status) => {
    expect(statusOf(centre, clusters, -110)).toBe(status);
  });
});

describe('certainty of a verdict', () => {
  // the normal distribution reaches 75 % at 0.6745 σ and 95 % at 1.6449 σ
  it.each([
    [1.65 * 5, 'certain'],
    [-1.65 * 5, 'certain'],
    [1.64 * 5, 'likely'],
    [0.68 * 5, 'likely'],
    [0.67 * 5, 'doubtful'],
    [0, 'doubtful'],
    [Number.NaN, 'certain'],
  ] as const)('a margin of %d dB over σ = 5 dB: %s', (marginDb, certainty) => {
    expect(certaintyOf(marginDb, 5)).toBe(certainty);
  });
});
