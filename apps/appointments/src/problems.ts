import type { ProblemTexts } from '@app/common/http/problem.js';
import { ACCOUNTS_PROBLEMS } from './accounts/accounts.problems.js';
import { BOOKINGS_PROBLEMS } from './bookings/bookings.problems.js';
import { CATALOGUE_PROBLEMS } from './catalogue/catalogue.problems.js';
import { CONTACT_REQUESTS_PROBLEMS } from './contact-requests/contact-requests.problems.js';
import { DESK_PROBLEMS } from './desk/desk.problems.js';
import { FIGURES_PROBLEMS } from './figures/figures.problems.js';
import { INTERVIEW_BOOKINGS_PROBLEMS } from './interview-bookings/interview-bookings.problems.js';
import { ROOMS_PROBLEMS } from './rooms/rooms.problems.js';
import { ROSTERS_PROBLEMS } from './rosters/rosters.problems.js';
import { SCHEDULE_PROBLEMS } from './schedule/schedule.problems.js';
import { SLOTS_PROBLEMS } from './slots/slots.problems.js';
import { VOLUNTEER_CONTACTS_PROBLEMS } from './volunteer-contacts/volunteer-contacts.problems.js';
import { VOLUNTEERS_PROBLEMS } from './volunteers/volunteers.problems.js';
import { WAITLIST_PROBLEMS } from './waitlist/waitlist.problems.js';

/** What people read when appointments refuses. */
export const APPOINTMENTS_PROBLEMS: ProblemTexts = {
  ...INTERVIEW_BOOKINGS_PROBLEMS,
  ...ROOMS_PROBLEMS,
  ...ACCOUNTS_PROBLEMS,
  ...VOLUNTEERS_PROBLEMS,
  ...VOLUNTEER_CONTACTS_PROBLEMS,
  ...CATALOGUE_PROBLEMS,
  ...SCHEDULE_PROBLEMS,
  ...SLOTS_PROBLEMS,
  ...BOOKINGS_PROBLEMS,
  ...WAITLIST_PROBLEMS,
  ...DESK_PROBLEMS,
  ...CONTACT_REQUESTS_PROBLEMS,
  ...ROSTERS_PROBLEMS,
  ...FIGURES_PROBLEMS,
};
