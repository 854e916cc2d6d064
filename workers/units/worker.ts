import { expose } from '../expose.ts';
import { unitsApi } from './api.ts';

expose(unitsApi);
