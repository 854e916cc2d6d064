import { expose } from '../expose.ts';
import { fibreApi } from './api.ts';

expose(fibreApi);
