import type { AreaRow, Findings, HamletFinding, OperatorService } from '../../src/findings/findings.ts';
import type { Merge } from '../../src/sharing/plan/plan-types.ts';

/** The parts of findings that the map draws from; nothing else of it is there. */
interface Drawn {
  hamlets?: readonly HamletFinding[];
  communes?: readonly Pick<AreaRow, 'code' | 'people' | 'any' | 'byOperator'>[];
  chosen?: readonly Pick<Merge, 'hostId' | 'donorId'>[];
}

export const someFindings = ({ hamlets = [], communes = [], chosen = [] }: Drawn): Findings =>
  ({ service: { thresholdDbm: -110 }, hamlets, communes, sharing: { chosen } }) as unknown as Findings;

export const aService = (change: Partial<OperatorService> = {}): OperatorService => ({
  operator: 'viettel',
  status: 'served',
  levelDbm: -90,
  marginDb: 20,
  certainty: 'certain',
  siteId: 'TN-0001',
  cellId: 'TN-0001-v-1',
  distanceKm: 1.2,
  clusterLevelDbm: [-95],
  peopleUnserved: 0,
  ...change,
});

export const aHamletFinding = (change: Partial<HamletFinding> = {}): HamletFinding => ({
  id: 'H-05431-01',
  name: 'Xóm Đình',
  communeCode: '05431',
  communeName: 'Quán Triều',
  districtCode: '164',
  districtName: 'Thành phố Thái Nguyên',
  position: [105.82, 21.62],
  people: 312,
  households: 80,
  hasFibre: true,
  status: 'served',
  certainty: 'certain',
  bestLevelDbm: -90,
  bestOperator: 'viettel',
  peopleUnserved: 0,
  peopleUnknown: 0,
  operators: [aService()],
  ...change,
});
