import { expose } from '../expose.ts';
import { pathApi } from './api.ts';

expose(pathApi);
