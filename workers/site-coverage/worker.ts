import { expose } from '../expose.ts';
import { siteCoverageApi } from './api.ts';

expose(siteCoverageApi);
