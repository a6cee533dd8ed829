import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useWords } from '@shared/i18n/use-words.js';
import { BrokenPage } from './broken-page.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { NotFoundPage } from './not-found-page.js';
import { OfflineNotice } from './offline-notice.js';
import { shellWords } from './shell.words.js';
import { HomePage } from '../home/home-page.js';

// One chunk for all steps of filing: once it is open, a lost network cannot stop anyone between two steps.
const FileRequest = lazy(() => import('../file-request/file-request.js'));
const ProgressPage = lazy(() => import('../progress/progress-page.js'));
const RatingPage = lazy(() => import('../rating/rating-page.js'));
// Item, place and time, contact and check: each chunk is fetched while the page before it is read.
const BookingItem = lazy(() => import('../booking/item-page.js'));
const ChooseBooking = lazy(() => import('../booking/choose.js'));
const ConfirmBooking = lazy(() => import('../booking/confirm.js'));
const WaitlistPage = lazy(() => import('../booking/waitlist/waitlist-page.js'));
const OutsideHoursPage = lazy(() => import('../booking/outside-hours/outside-hours-page.js'));
const BookingLookUp = lazy(() => import('../booking/own/look-up-page.js'));
const BookingRating = lazy(() => import('../booking/own/rate-page.js'));
const OwnBooking = lazy(() => import('../booking/own/own.js'));
const HoursPage = lazy(() => import('../extended-hours/hours-page.js'));
const DisplayPage = lazy(() => import('../display/display-page.js'));
const LimitsPage = lazy(() => import('../public-notice/limits-page.js'));

/** A screen on a wall has the numbers alone; everybody else gets the page with what belongs around it. */
export function App() {
  return (
    <Switch>
      <Route path="/display/:siteId">
        {(params) => (
          <main>
            <BrokenPage>
              <Suspense fallback={<Opening />}>
                <DisplayPage params={params} />
              </Suspense>
            </BrokenPage>
          </main>
        )}
      </Route>
      <Route component={Pages} />
    </Switch>
  );
}

function Opening() {
  const t = useWords(shellWords);
  return (
    <p className="column page soft" role="status">
      {t('loading')}
    </p>
  );
}

function Pages() {
  const t = useWords(shellWords);
  const [path] = useLocation();
  return (
    <>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <Header />
      <OfflineNotice />
      <main id="content" tabIndex={-1}>
        <BrokenPage key={path.split('/')[1]}>
          <Suspense fallback={<Opening />}>
            <Switch>
              <Route path="/" component={HomePage} />
              <Route path="/request" component={FileRequest} />
              <Route path="/request/:step" component={FileRequest} />
              <Route path="/progress" component={ProgressPage} />
              <Route path="/p/:number" component={ProgressPage} />
              <Route path="/rating" component={RatingPage} />
              <Route path="/book" component={ChooseBooking} />
              <Route path="/book/contact" component={ConfirmBooking} />
              <Route path="/book/done" component={ConfirmBooking} />
              <Route path="/book/waitlist" component={WaitlistPage} />
              <Route path="/book/outside-hours" component={OutsideHoursPage} />
              <Route path="/book/item/:code" component={BookingItem} />
              <Route path="/book/:step" component={ChooseBooking} />
              <Route path="/b" component={BookingLookUp} />
              <Route path="/b/:code" component={OwnBooking} />
              <Route path="/b/:code/rate" component={BookingRating} />
              <Route path="/b/:code/:act" component={OwnBooking} />
              <Route path="/hours" component={HoursPage} />
              <Route path="/limits" component={LimitsPage} />
              <Route component={NotFoundPage} />
            </Switch>
          </Suspense>
        </BrokenPage>
      </main>
      <Footer />
    </>
  );
}
