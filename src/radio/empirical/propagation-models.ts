import { freeSpaceLossDb, slantDistanceKm } from '../free-space.ts';
import { cost231Hata, cost231HataEnvironments, cost231HataValidity } from './cost-231-hata.ts';
import {
  type EmpiricalLoss,
  type EmpiricalPath,
  type Environment,
  environments,
  requireAnswerable,
  type Validity,
} from './model.ts';
import { okumuraHata, okumuraHataValidity } from './okumura-hata.ts';
import {
  ruralMacro,
  ruralMacroValidity,
  urbanMacro,
  urbanMacroValidity,
  urbanMicro,
  urbanMicroValidity,
} from './tr-38901.ts';

/** A model that needs no profile: what it is called, where it holds, and the loss it gives. */
export interface PropagationModel {
  id: string;
  name: string;
  source: string;
  /** Quantities without a range are free. With line of sight where that changes a range. */
  validity: Validity;
  /** Surroundings it tells apart; empty where it asks nothing of them. */
  environments: readonly Environment[];
  usesLineOfSight: boolean;
  /** Median basic transmission loss, flagged outside validity. RangeError as `requireAnswerable`. */
  loss: (path: EmpiricalPath) => EmpiricalLoss;
}

/** Free space along the straight line between the antennas, over flat ground: holds everywhere nothing is in the way. */
const freeSpace = (path: EmpiricalPath): EmpiricalLoss => {
  requireAnswerable(path);
  const slantKm = slantDistanceKm(path.distanceKm, path.txHeightM, path.rxHeightM);
  return { lossDb: freeSpaceLossDb(slantKm, path.frequencyMHz), withinValidity: true, violations: [] };
};

/** The models a planner can choose besides those along a terrain profile. */
export const propagationModels: readonly PropagationModel[] = [
  {
    id: 'free-space',
    name: 'Free space',
    source: 'ITU-R P.525-4',
    validity: {},
    environments: [],
    usesLineOfSight: false,
    loss: freeSpace,
  },
  {
    id: 'okumura-hata',
    name: 'Okumura-Hata',
    source: 'Hata, IEEE Transactions on Vehicular Technology 29(3), 1980',
    validity: okumuraHataValidity,
    environments,
    usesLineOfSight: false,
    loss: okumuraHata,
  },
  {
    id: 'cost-231-hata',
    name: 'COST 231-Hata',
    source: 'COST Action 231 final report, 1999, section 4.4.1',
    validity: cost231HataValidity,
    environments: cost231HataEnvironments,
    usesLineOfSight: false,
    loss: cost231Hata,
  },
  {
    id: 'tr-38.901-rma',
    name: '3GPP RMa',
    source: '3GPP TR 38.901 table 7.4.1-1',
    validity: ruralMacroValidity(true),
    environments: [],
    usesLineOfSight: true,
    loss: (path) => ruralMacro(path),
  },
  {
    id: 'tr-38.901-uma',
    name: '3GPP UMa',
    source: '3GPP TR 38.901 table 7.4.1-1',
    validity: urbanMacroValidity,
    environments: [],
    usesLineOfSight: true,
    loss: urbanMacro,
  },
  {
    id: 'tr-38.901-umi',
    name: '3GPP UMi',
    source: '3GPP TR 38.901 table 7.4.1-1',
    validity: urbanMicroValidity,
    environments: [],
    usesLineOfSight: true,
    loss: urbanMicro,
  },
];
