import * as Comlink from 'comlink';
import { proposalApi } from './api.ts';

Comlink.expose(proposalApi, self as unknown as Comlink.Endpoint);
