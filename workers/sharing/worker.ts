import * as Comlink from 'comlink';
import { sharingApi } from './api.ts';

Comlink.expose(sharingApi, self as unknown as Comlink.Endpoint);
