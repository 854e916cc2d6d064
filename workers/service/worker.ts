import * as Comlink from 'comlink';
import { serviceApi } from './api.ts';

Comlink.expose(serviceApi, self as unknown as Comlink.Endpoint);
