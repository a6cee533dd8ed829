import { IsPhoneNumber } from '@app/common/contact/is-phone-number.js';
import { PageQuery } from '@app/common/http/page.js';
import { ApiProperty } from '@nestjs/swagger';
import { BookingDto } from './booking.dto.js';

/** A caller's bookings; in a body, for a phone number does not belong into an address. */
export class BookingsOfCallerDto extends PageQuery {
  @IsPhoneNumber()
  phone: string;
}

export class BookingsOfCallerPage {
  /** The latest first. */
  items: BookingDto[];
  @ApiProperty({ type: String, nullable: true })
  next: string | null;
}
