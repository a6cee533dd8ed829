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
const LimitsPage = lazy(() => import('../public-notice/limits-page.js'));

export function App() {
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
          <Suspense fallback={<p className="column page soft">{t('loading')}</p>}>
            <Switch>
              <Route path="/" component={HomePage} />
              <Route path="/request" component={FileRequest} />
              <Route path="/request/:step" component={FileRequest} />
              <Route path="/progress" component={ProgressPage} />
              <Route path="/p/:number" component={ProgressPage} />
              <Route path="/rating" component={RatingPage} />
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
