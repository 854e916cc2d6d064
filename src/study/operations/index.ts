import { addFibreNode, addFibreRoute, deleteFibreNode, deleteFibreRoute, moveFibreNode } from './fibre.ts';
import { addHamlet, deleteHamlet, editHamlet, moveHamlet, setFibre, setPeople } from './hamlets.ts';
import { importFile } from './import-file.ts';
import { setLetterhead } from './letterhead.ts';
import {
  applyMerges,
  clearLock,
  resetParameter,
  setLock,
  setObjective,
  setParameter,
  setService,
  setSharing,
} from './planning.ts';
import { applyRollout } from './rollout.ts';
import { addSite, deleteSite, editSite, moveSite } from './sites.ts';
import { addCell, addTenant, deleteCell, deleteTenant, editCell, editTenant } from './tenants.ts';

/** Everything the user can change: each a pure function of the study and what is wanted. */
export const operations = {
  addSite,
  moveSite,
  editSite,
  deleteSite,
  addTenant,
  editTenant,
  deleteTenant,
  addCell,
  editCell,
  deleteCell,
  addHamlet,
  moveHamlet,
  editHamlet,
  setPeople,
  setFibre,
  deleteHamlet,
  addFibreNode,
  moveFibreNode,
  deleteFibreNode,
  addFibreRoute,
  deleteFibreRoute,
  setParameter,
  resetParameter,
  setLock,
  clearLock,
  setService,
  setSharing,
  setObjective,
  setLetterhead,
  applyMerges,
  applyRollout,
  importFile,
};
