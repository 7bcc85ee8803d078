import { Registry } from 'prom-client';
