/** The hotline's telephone number: 12345 is the government service hotline in every Chinese city and county. */
export const HOTLINE_PHONE = '12345';
