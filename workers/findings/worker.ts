import * as Comlink from 'comlink';
import { findingsApi } from './api.ts';

Comlink.expose(findingsApi, self as unknown as Comlink.Endpoint);
