import { expose } from '../expose.ts';
import { proposalApi } from './api.ts';

expose(proposalApi);
