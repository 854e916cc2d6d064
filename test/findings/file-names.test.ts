import { expect, test } from 'vitest';
import { statusInFiles, withFileNames } from '../../src/findings/file-names.ts';
import { fc } from '../support/fast-check.ts';

test('fields go under the names that files have, in the order they stand in', () => {
  const found = {
    hamlets: [
      { status: 'partial', bestLevelDbm: -100.5, operators: [{ levelDbm: null, clusterLevelDbm: [null, -99] }] },
    ],
    counts: { served: 3, partial: 1, none: 0 },
    sharing: {
      chosen: [{ hostId: 'A', donorId: 'B', structuralCheck: 'fits' }],
      money: { monteCarlo: {}, tornado: [] },
    },
    proposals: { files: [{ proposedSites: [] }], joint: [{ host: {}, donor: {} }] },
  };
  expect(JSON.stringify(withFileNames(found))).toBe(
    '{"hamlets":[{"status":"hole","bestRsrpDbm":-100.5,"operators":[{"rsrpDbm":null,"clusterRsrpDbm":[null,-99]}]}],' +
      '"counts":{"served":3,"hole":1,"none":0},' +
      '"sharing":{"chosen":[{"hostId":"A","movedId":"B","bearing":"fits"}],"money":{"spread":{},"swings":[]}},' +
      '"proposals":{"files":[{"towers":[]}],"joint":[{"host":{},"moved":{}}]}}',
  );
});

test('ids are nobody’s to rename, whatever an operator is called', () => {
  const found = { byOperator: { partial: { hamlets: { partial: 1 } }, donor: { before: 1 }, status: { after: 2 } } };
  expect(withFileNames(found)).toEqual({
    byOperator: { partial: { hamlets: { hole: 1 } }, donor: { before: 1 }, status: { after: 2 } },
  });
});

test('everything else stays as it is', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^x\w*$/), fc.jsonValue({ maxDepth: 0 })), (found) => {
      expect(JSON.stringify(withFileNames([found]))).toBe(JSON.stringify([found]));
    }),
  );
  expect(Object.values(statusInFiles)).toEqual(['served', 'hole', 'none', 'unknown', 'absent']);
});
