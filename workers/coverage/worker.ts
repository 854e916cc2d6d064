import { expose } from '../expose.ts';
import { coverageApi } from './api.ts';

expose(coverageApi);
