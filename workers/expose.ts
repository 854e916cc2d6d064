import * as Comlink from 'comlink';
import './error-transfer.ts';
import { sayAlive } from './lifeline.ts';

/** Offers a worker's functions to the page that started it. */
export const expose = (api: object): void => {
  Comlink.expose(api, self as unknown as Comlink.Endpoint);
  sayAlive(self);
};
