import type { LayerId, StudyLayers } from './layers.ts';

/** What one entry was and is; null where there is none. */
export type Change = {
  [L in LayerId]: { layer: L; id: string; before: StudyLayers[L] | null; after: StudyLayers[L] | null };
}[LayerId];

export const operationIds = [
  'addSite',
  'moveSite',
  'editSite',
  'deleteSite',
  'addTenant',
  'editTenant',
  'deleteTenant',
  'addCell',
  'editCell',
  'deleteCell',
  'addHamlet',
  'moveHamlet',
  'editHamlet',
  'setPeople',
  'setFibre',
  'deleteHamlet',
  'addFibreNode',
  'moveFibreNode',
  'deleteFibreNode',
  'addFibreRoute',
  'deleteFibreRoute',
  'setParameter',
  'resetParameter',
  'setLock',
  'clearLock',
  'setService',
  'setSharing',
  'setLetterhead',
  'setObjective',
  'applyMerges',
  'applyRollout',
  'importFile',
] as const;
export type OperationId = (typeof operationIds)[number];

/** What was done, for the history: the screen has a sentence for each operation. */
export interface MomentNote {
  operation: OperationId;
  /** Name or id of what it was done to. */
  subject: string;
}

/** One step of a scenario, as data. Its reverse is its changes the other way round. */
export interface Moment {
  note: MomentNote;
  changes: readonly Change[];
  /** Moments of one gesture, as a drag, count as one. */
  gesture?: string;
}

/** Why an operation can't run now. Nothing has been changed. */
export interface Refusal {
  refused:
    | 'no-such-entry'
    | 'id-taken'
    | 'outside-province'
    | 'out-of-range'
    | 'out-of-order'
    | 'below-zero'
    | 'below-today'
    | 'operator-there'
    | 'too-many-tenants'
    | 'last-tenant'
    | 'above-the-mast'
    | 'unknown-reference'
    | 'no-people'
    | 'no-room'
    | 'changed-since'
    | 'rebuilds'
    | 'nothing-changes'
    | 'read-only';
  values: Readonly<Record<string, string | number>>;
}

export type Outcome = Moment | Refusal;

export const isRefusal = (outcome: Outcome): outcome is Refusal => 'refused' in outcome;

export const refused = (reason: Refusal['refused'], values: Refusal['values'] = {}): Refusal => ({
  refused: reason,
  values,
});
