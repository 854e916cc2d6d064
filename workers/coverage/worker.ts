import * as Comlink from 'comlink';
import { coverageApi } from './api.ts';

Comlink.expose(coverageApi, self as unknown as Comlink.Endpoint);
