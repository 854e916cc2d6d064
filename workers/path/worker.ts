import * as Comlink from 'comlink';
import { pathApi } from './api.ts';

Comlink.expose(pathApi, self as unknown as Comlink.Endpoint);
