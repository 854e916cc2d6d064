import { expose } from '../expose.ts';
import { createServiceApi } from './api.ts';

expose(createServiceApi());
