import type { Service } from './service.ts';

export const services: Service[] = [];
