import { expose } from '../expose.ts';
import { createReportApi } from './api.ts';

expose(createReportApi());
