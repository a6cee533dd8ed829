import { Redirect, useParams } from 'wouter';
import './booking.css';
import { useDraft } from './draft-store.js';
import { ItemStep } from './item-step.js';
import { PlaceStep } from './place-step.js';
import { pathOf } from './step-frame.js';
import { TimeStep } from './time-step.js';
import { NotFoundPage } from '../shell/not-found-page.js';

/** Choosing item, place and time. Nobody lands on a step whose steps before are not complete. */
export default function Choose() {
  const { step = 'item' } = useParams<{ step?: string }>();
  const { itemCode, siteId } = useDraft();
  if (step === 'item') return <ItemStep />;
  if (step !== 'place' && step !== 'time') return <NotFoundPage />;
  if (itemCode === null) return <Redirect to={pathOf('item')} replace />;
  if (step === 'place') return <PlaceStep itemCode={itemCode} />;
  return siteId === null ? (
    <Redirect to={pathOf('place')} replace />
  ) : (
    <TimeStep key={itemCode + siteId} itemCode={itemCode} siteId={siteId} />
  );
}
