import { useParams } from 'wouter';
import '../booking.css';
import { BookingPage } from './booking-page.js';
import { CancelPage } from './cancel-page.js';
import { MovePage } from './move-page.js';
import { RequestPage } from './request-page.js';
import { TakeBackPage } from './take-back-page.js';
import { WaitlistEntryPage } from './waitlist-entry-page.js';
import { WishPage } from './wish-page.js';
import { NotFoundPage } from '../../shell/not-found-page.js';

/** What a code stands for, by its first letter: W the waitlist, Q a request, Y a booking. */
export default function Own() {
  const { code, act } = useParams<{ code: string; act?: string }>();
  const known = code.toUpperCase();
  if (known.startsWith('W')) return <WaitlistEntryPage key={known} code={known} isLeaving={act === 'cancel'} />;
  if (known.startsWith('Q')) return <OwnRequest key={known} code={known} act={act} />;
  if (act === undefined) return <BookingPage key={known} code={known} />;
  if (act === 'move') return <MovePage key={known} code={known} />;
  return act === 'cancel' ? <CancelPage key={known} code={known} /> : <NotFoundPage />;
}

function OwnRequest({ code, act }: { code: string; act: string | undefined }) {
  if (act === undefined) return <RequestPage code={code} />;
  if (act === 'move') return <WishPage code={code} />;
  return act === 'cancel' ? <TakeBackPage code={code} /> : <NotFoundPage />;
}
