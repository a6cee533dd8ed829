/** Injection token of this process's ServiceName. */
export const SERVICE_NAME = Symbol('service-name');
