import { withBlend } from '../../radio/diffraction/bullington.ts';
import { knifeEdgeLossDb } from '../../radio/diffraction/knife-edge.ts';

/**
 * ν² at which an obstacle loses half a decibel, one, one and a half and so on: whole steps from which at any distance a path that is
 * blocked loses more.
 */
export const nu2AtLoss = Float32Array.from({ length: 512 }, (_, i) => {
  const lossDb = (i + 1) / 2;
  let low = -0.78;
  let high = 1e13;
  // the loss rises with ν: halve until it is found
  for (let round = 0; round < 200; round++) {
    const middle = (low + high) / 2;
    if (withBlend(knifeEdgeLossDb(middle), 0) < lossDb) low = middle;
    else high = middle;
  }
  return high > 0 ? high * high : 0;
});
