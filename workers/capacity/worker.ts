import { expose } from '../expose.ts';
import { createCapacityApi } from './api.ts';

expose(createCapacityApi());
