import { useQuery, useQueryClient } from '@tanstack/react-query';
import {
  bookingCancel,
  bookingMove,
  deskBookingBook,
  deskBookingSearch,
  itemRead,
  slotEarliest,
  slotFree,
  type BookForCallerDto,
  type BookingDto,
  type FreeSlotDto,
  type SiteSlotDto,
} from '@shared/api/generated/appointments.js';
import { ApiProblem } from '@shared/http/problem.js';
import { randomKey } from '@shared/http/idempotency-key.js';
import { under } from '../api/client.js';

const MOST_BOOKINGS = 20;

/** What decides which times are free. */
export interface SlotWish {
  itemCode: string;
  people: number;
  green: boolean;
}

/** The bookings of a phone, the latest first; asked for in a body, so that no number stands in an address. */
export function useBookingsOf(phone: string | null) {
  return useQuery({
    queryKey: ['caller', phone],
    queryFn: () => deskBookingSearch({ phone: phone ?? '', limit: MOST_BOOKINGS }),
    enabled: phone !== null,
    gcTime: 0,
    select: (page) => page.items,
  });
}

/** An item with the material to bring. */
export function useItem(code: string) {
  return useQuery({ queryKey: ['bookable-item', code], queryFn: () => itemRead(code), enabled: code !== '' });
}

/** Where it is free first. */
export function useEarliest({ itemCode, people, green }: SlotWish) {
  return useQuery({
    queryKey: ['caller-earliest', itemCode, people, green],
    queryFn: () => slotEarliest(itemCode, { people, green }),
    enabled: itemCode !== '',
    select: (answer) => answer.items,
  });
}

/** The free times of a site on the days to come. */
export function useFreeTimes({ itemCode, people, green }: SlotWish, siteId: string) {
  return useQuery({
    queryKey: ['caller-slots', itemCode, people, green, siteId],
    queryFn: () => slotFree(siteId, itemCode, { people, green }),
    enabled: itemCode !== '' && siteId !== '',
    select: (answer) => answer.days.filter(({ slots }) => slots.length > 0),
  });
}

/** What an operator does for the caller; free times and the caller's bookings are read again after each. */
export function useCallerActs() {
  const client = useQueryClient();
  const then = async <T>(done: Promise<T>): Promise<T> => {
    try {
      return await done;
    } finally {
      await client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('caller') });
    }
  };
  return {
    book: (body: BookForCallerDto) => then(deskBookingBook(body, under({ key: randomKey() }))),
    move: ({ code, version }: BookingDto, to: { siteId: string; startAt: string }) =>
      then(bookingMove(code, to, under({ version }))),
    cancel: (code: string) => then(bookingCancel(code, {})),
  };
}

/** The nearest free times a service names when the one wanted has just been taken; null for any other refusal. */
export function alternativesOf(error: unknown): readonly SiteSlotDto[] | null {
  if (!(error instanceof ApiProblem) || error.status !== 409) return null;
  const { alternatives } = error.data;
  return Array.isArray(alternatives) ? (alternatives as SiteSlotDto[]) : null;
}

export type Time = Pick<FreeSlotDto, 'startAt' | 'endAt' | 'placesLeft'>;
