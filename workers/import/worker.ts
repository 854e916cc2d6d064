import * as Comlink from 'comlink';
import { createImportApi } from './api.ts';

Comlink.expose(createImportApi(), self as unknown as Comlink.Endpoint);
