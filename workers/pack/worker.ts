import * as Comlink from 'comlink';
import { packApi } from './api.ts';

Comlink.expose(packApi, self as unknown as Comlink.Endpoint);
