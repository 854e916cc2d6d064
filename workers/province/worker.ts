import { expose } from '../expose.ts';
import { createProvinceApi } from './api.ts';

expose(createProvinceApi());
