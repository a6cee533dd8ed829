import { NotFound } from '@app/common/http/problem.js';
import { Injectable, type PipeTransform } from '@nestjs/common';

const BOOKING_CODE = /^Y[0-9A-Z]{9}$/;

/** A path parameter that must be a booking's code: what cannot be one names nothing, 404. */
@Injectable()
export class BookingCodePipe implements PipeTransform<string, string> {
  transform(value: string): string {
    const code = value.normalize('NFKC').trim().toUpperCase();
    if (!BOOKING_CODE.test(code)) throw new NotFound();
    return code;
  }
}
