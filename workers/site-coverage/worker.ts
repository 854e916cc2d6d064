import * as Comlink from 'comlink';
import { siteCoverageApi } from './api.ts';

Comlink.expose(siteCoverageApi, self as unknown as Comlink.Endpoint);
