import * as Comlink from 'comlink';
import { reportApi } from './api.ts';

Comlink.expose(reportApi, self as unknown as Comlink.Endpoint);
