import { expose } from '../expose.ts';
import { createImportApi } from './api.ts';

expose(createImportApi());
