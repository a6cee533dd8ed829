/** Injection token of the office's IANA time zone. */
export const OFFICE_TIME_ZONE = Symbol('office-time-zone');
export const DEFAULT_OFFICE_TIME_ZONE = 'Asia/Shanghai';
