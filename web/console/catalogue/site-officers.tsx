import type { OfficerRow } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Button } from '../controls/button.js';
import { linesOf } from '../controls/lines.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useActs } from '../controls/use-acts.js';
import { TextField } from '../controls/value-fields.js';
import { useNameOf } from '../directory/unit.queries.js';
import { LineField, TickField } from '../schedule/form-fields.js';
import { useSession } from '../session/session.js';
import { useAllOfficers, useOfficerActs } from '../sites/officer.queries.js';
import { AccountChoice } from './account-choice.js';
import { accountWords } from './account.words.js';
import { usePosts } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm, plainText } from './edit-form.js';
import { officerWords } from './officer.words.js';
import { NewPart } from './site-part.js';
import { useQualificationName } from './use-qualification-name.js';

/** An officer as typed: what the site's posts ask for is ticked, anything else is a line. */
interface OfficerTyped {
  name: string;
  qualifications: string[];
  others: string;
  mayLead: boolean;
  staffId: string | null;
}

const EMPTY: OfficerTyped = { name: '', qualifications: [], others: '', mayLead: false, staffId: null };

const bodyOfTyped = ({ name, qualifications, others, mayLead, staffId }: OfficerTyped) => ({
  name: name.trim(),
  qualifications: [...new Set([...qualifications, ...linesOf(others)])],
  mayLead,
  staffId,
});

/** Who serves at a site, with what they are qualified for and the posts they hold; those who left stand at the end. */
export function SiteOfficers({ siteId }: { siteId: string }) {
  const t = useWords(officerWords);
  const officers = useAllOfficers(siteId);
  const { add } = useOfficerActs();
  const here = officers.data?.filter(({ active }) => active) ?? [];
  const left = officers.data?.filter(({ active }) => !active) ?? [];
  return (
    <section aria-labelledby="site-officers-title">
      <h3 id="site-officers-title">{t('officers')}</h3>
      <p className="soft">{t('officers.hint')}</p>
      <ProblemAlert error={officers.error} onAgain={() => void officers.refetch()} />
      {officers.isPending ? <Loading /> : null}
      {officers.data && here.length === 0 ? <p className="empty">{t('officers.none')}</p> : null}
      {here.map((officer) => (
        <OfficerPart key={officer.id} officer={officer} />
      ))}
      <NewPart
        siteId={siteId}
        isListed={officers.data !== undefined}
        name="officer"
        title={t('officer.add')}
        empty={EMPTY}
        labels={useOfficerLabels()}
        onSend={(typed) => add({ ...bodyOfTyped(typed), siteId })}
      >
        {(value, change) => <OfficerFields id="new-officer" siteId={siteId} value={value} change={change} />}
      </NewPart>
      {left.length > 0 ? (
        <details className="catalogue-part">
          <summary>{t('officers.left', { count: left.length })}</summary>
          {left.map((officer) => (
            <OfficerPart key={officer.id} officer={officer} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function OfficerPart({ officer }: { officer: OfficerRow }) {
  const t = useWords(officerWords);
  const nameOf = useNameOf();
  const posts = usePosts(officer.siteId).data ?? [];
  const seats = posts.flatMap((post) =>
    [
      { seat: 'A', holder: post.aOfficerId },
      { seat: 'B', holder: post.bOfficerId },
    ]
      .filter(({ holder }) => holder === officer.id)
      .map(({ seat }) => t('officer.seat', { post: nameOf(post), seat })),
  );
  return (
    <details className="catalogue-part">
      <summary>
        <strong>{officer.name}</strong>{' '}
        <span className="soft">{seats.length > 0 ? seats.join(' · ') : t('officer.noSeat')}</span>{' '}
        {officer.mayLead ? <span className="mark">{t('officer.mayLead')}</span> : null}
      </summary>
      <OfficerForms officer={officer} />
    </details>
  );
}

function OfficerForms({ officer }: { officer: OfficerRow }) {
  const t = useWords(officerWords);
  const say = useWords(catalogueWords);
  const linked = useWords(accountWords);
  const { change } = useOfficerActs();
  const asked = useAskedFor(officer.siteId);
  const acts = useActs();
  const { name, qualifications, mayLead, active } = officer;
  const turn = active ? 'retire' : 'return';
  const ask = () =>
    acts.ask({
      consequence: t(`consequence.${turn}`, { who: name }),
      act: t(`turn.${turn}`),
      danger: active,
      run: () => change(officer, { name, qualifications, mayLead, active: !active }),
    });
  return (
    <>
      <EditForm
        title={t('officer.facts')}
        level={4}
        name="facts"
        entry={officer}
        bodyOf={(one): OfficerTyped => ({
          name: one.name,
          qualifications: one.qualifications.filter((each) => asked.includes(each)),
          others: one.qualifications.filter((each) => !asked.includes(each)).join('\n'),
          mayLead: one.mayLead,
          staffId: one.staffId,
        })}
        labels={useOfficerLabels()}
        textOf={(value, key) =>
          key === 'staffId' ? linked(value ? 'account.linked' : 'account.none') : plainText(value)
        }
        send={say('save')}
        onSend={(typed, seen) => change(seen, { ...bodyOfTyped(typed), active: seen.active })}
      >
        {(value, patch) => <OfficerFields id={officer.id} siteId={officer.siteId} value={value} change={patch} />}
      </EditForm>
      <ProblemAlert error={acts.error} />
      <Button onClick={ask}>{t(`turn.${turn}`)}</Button>
      {acts.dialog}
    </>
  );
}

function useOfficerLabels(): Record<keyof OfficerTyped, string> {
  const t = useWords(officerWords);
  const account = useWords(accountWords);
  return {
    name: t('officer.name'),
    qualifications: t('officer.qualifications'),
    others: t('officer.others'),
    mayLead: t('officer.mayLead'),
    staffId: account('account'),
  };
}

/** What the posts of a site ask for. */
function useAskedFor(siteId: string): readonly string[] {
  const posts = usePosts(siteId).data ?? [];
  return [...new Set(posts.flatMap(({ qualifications }) => qualifications))];
}

interface OfficerFieldsProps {
  /** Keeps the fields of several officers on a page apart. */
  id: string;
  siteId: string;
  value: OfficerTyped;
  change: (patch: Partial<OfficerTyped>) => void;
}

function OfficerFields({ id, siteId, value, change }: OfficerFieldsProps) {
  const labels = useOfficerLabels();
  const asked = useAskedFor(siteId);
  const qualificationName = useQualificationName();
  const { person } = useSession();
  return (
    <>
      <LineField id={`${id}-name`} label={labels.name} value={value.name} onChange={(name) => change({ name })} />
      {asked.length > 0 ? (
        <fieldset className="catalogue-ticks">
          <legend>{labels.qualifications}</legend>
          {asked.map((one) => (
            <TickField
              key={one}
              id={`${id}-${one}`}
              label={qualificationName(one)}
              value={value.qualifications.includes(one)}
              onChange={(yes) =>
                change({
                  qualifications: yes
                    ? [...value.qualifications, one]
                    : value.qualifications.filter((other) => other !== one),
                })
              }
            />
          ))}
        </fieldset>
      ) : null}
      <TextField
        id={`${id}-others`}
        label={labels.others}
        rows={2}
        value={value.others}
        onChange={(others) => change({ others })}
      />
      <TickField
        id={`${id}-lead`}
        label={labels.mayLead}
        value={value.mayLead}
        onChange={(mayLead) => change({ mayLead })}
      />
      {person.roles.includes('admin') ? (
        <AccountChoice id={id} value={value.staffId} onChange={(staffId) => change({ staffId })} />
      ) : null}
    </>
  );
}
