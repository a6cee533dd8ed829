import { HttpException } from '@nestjs/common';

/** An error in the JSON of Twilio's REST; the codes are Twilio's. */
export class TwilioError extends HttpException {
  constructor(status: number, code: number, message: string) {
    super({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, status);
  }
}

export const authenticate = (): TwilioError => new TwilioError(401, 20003, 'Authenticate');
export const notFound = (uri: string): TwilioError =>
  new TwilioError(404, 20404, `The requested resource ${uri} was not found`);
export const tooManyRequests = (): TwilioError => new TwilioError(429, 20429, 'Too Many Requests');
export const serverError = (): TwilioError => new TwilioError(500, 20500, 'An internal server error has occurred');
export const optedOut = (): TwilioError => new TwilioError(400, 21610, 'Attempt to send to unsubscribed recipient');
export const invalidTo = (to: string): TwilioError =>
  new TwilioError(400, 21211, `The 'To' number ${to} is not a valid phone number.`);
export const noTo = (): TwilioError => new TwilioError(400, 21604, "A 'To' phone number is required.");
export const noFrom = (): TwilioError => new TwilioError(400, 21603, "A 'From' phone number is required.");
export const noBody = (): TwilioError => new TwilioError(400, 21602, 'Message body is required.');
export const tooLong = (): TwilioError =>
  new TwilioError(400, 21617, 'The concatenated message body exceeds the 1600 character limit.');
