import { expose } from '../expose.ts';
import { packApi } from './api.ts';

expose(packApi);
