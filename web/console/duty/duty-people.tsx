import '../catalogue/catalogue.css';
import { useWords } from '@shared/i18n/use-words.js';
import { SiteOfficers } from '../catalogue/site-officers.js';
import { SitePosts } from '../catalogue/site-posts.js';
import { useFollowedDuty } from './duty.queries.js';
import { dutyWords } from './duty.words.js';

/** Who can be put on duty at a site, and who is A and B of its posts. */
export function DutyPeople({ siteId }: { siteId: string }) {
  const t = useWords(dutyWords);
  useFollowedDuty(siteId);
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title" className="visually-hidden">
        {t('view.people')}
      </h2>
      <div className="duty-people">
        <SiteOfficers siteId={siteId} />
        <SitePosts siteId={siteId} />
      </div>
    </section>
  );
}
