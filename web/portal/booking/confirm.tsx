import { Redirect, useLocation } from 'wouter';
import './booking.css';
import { ContactStep } from './contact-step.js';
import { DonePage } from './done-page.js';
import { useDraft } from './draft-store.js';
import { firstIncomplete, fittingHold } from './draft.js';
import { pathOf } from './step-frame.js';

/** Contact and check, then what is taken home. Nobody gets here without a time. */
export default function Confirm() {
  const [path] = useLocation();
  const draft = useDraft();
  if (path === '/book/done') return <DonePage />;
  const step = firstIncomplete(draft);
  const held = fittingHold(draft);
  return step !== 'contact' || held === null ? <Redirect to={pathOf(step)} replace /> : <ContactStep held={held} />;
}
