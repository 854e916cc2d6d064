import { afterEach, describe, expect, it } from 'vitest';
import {
  addPlace,
  forgetRolloutQuestion,
  lockOf,
  lockOption,
  locks,
  prospectsQuestion,
  removePlace,
} from '../../../src/ui/closing/rollout/rollout-question.ts';

afterEach(forgetRolloutQuestion);

describe('what a planner decides of a rollout', () => {
  it('forces, forbids or leaves an option, never two of them', () => {
    lockOption('mast/a', 'force');
    lockOption('mast/a', 'forbid');
    lockOption('mast/b', 'force');
    expect(locks.value).toMatchObject({ forced: ['mast/b'], forbidden: ['mast/a'] });
    expect([lockOf('mast/a'), lockOf('mast/b'), lockOf('mast/c')]).toEqual(['forbid', 'force', null]);
    lockOption('mast/a', null);
    expect(lockOf('mast/a')).toBeNull();
  });

  it('asks for other options where a place is added, and for the same ones where an option is locked', () => {
    const before = prospectsQuestion.value;
    lockOption('mast/a', 'force');
    expect(prospectsQuestion.value).toEqual(before);
    addPlace([105.8, 21.6]);
    addPlace([105.9, 21.7]);
    removePlace(0);
    expect(prospectsQuestion.value.locks).toEqual({ forced: [], forbidden: [], places: [[105.9, 21.7]] });
  });
});
