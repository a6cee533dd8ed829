import { useEffect, useState, type FormEvent } from 'react';
import { useLocation, useParams } from 'wouter';
import './booking.css';
import { formatDate } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { oneItem } from './catalogue.js';
import { chooseWords } from './choose.words.js';
import { change, currentDraft } from './draft-store.js';
import { NO_ANSWERS, type Answers } from './draft.js';
import { ItemQuestions } from './item-questions.js';
import { MaterialList } from './material-list.js';
import { nameOf } from './named.js';
import { pathOf, useStepFrame } from './step-frame.js';
import { useAnswer } from './use-answer.js';
import { Waiting } from './waiting.js';
import type { ItemDto } from '../appointments.js';
import { SubmitButton } from '../form/submit-button.js';
import { Page } from '../shell/page.js';

/** `/book/item/:code`: an entry of its own, as only here questions are asked. */
export default function ItemEntry() {
  const { code } = useParams<{ code: string }>();
  // The code for places and times comes while the material is read.
  useEffect(() => void import('./choose.js').catch(() => null), []);
  return <ItemPage key={code} code={code} />;
}

/** The chosen item: what to bring, what it costs, how long it takes; then the plain questions it allows. */
function ItemPage({ code }: { code: string }) {
  const t = useWords(chooseWords);
  const language = useLanguage();
  const frame = useStepFrame('item', pathOf('item'));
  const item = useAnswer(code, () => oneItem(code));
  if (item.value === null) {
    return (
      <Page key="awaited" title={t('facts')} {...frame}>
        <Waiting {...item} />
      </Page>
    );
  }
  const { material } = item.value;
  return (
    <Page key="there" title={nameOf(item.value, language)} {...frame}>
      <ItemFacts item={item.value} />
      {material !== null && (
        <>
          <MaterialList materials={material.materials} />
          <p className="soft extra">
            {t('materialVersion', { version: material.version, at: formatDate(material.issuedAt, language) })}
          </p>
        </>
      )}
      <Questions item={item.value} />
    </Page>
  );
}

function ItemFacts({ item }: { item: ItemDto }) {
  const t = useWords(chooseWords);
  const language = useLanguage();
  return (
    <dl className="facts facts-pairs">
      <div>
        <dt>{t('duration')}</dt>
        <dd>{t('minutes', { n: item.durationMinutes })}</dd>
      </div>
      <div>
        <dt>{t('fee')}</dt>
        <dd>
          {item.feeCents === 0
            ? t('free')
            : t('yuan', { yuan: (item.feeCents / 100).toFixed(item.feeCents % 100 === 0 ? 0 : 2) })}
        </dd>
      </div>
      <div>
        <dt>{t('limit')}</dt>
        <dd>{item.class === 'immediate' ? t('class.immediate') : t('promised', { days: item.limitDays })}</dd>
      </div>
      <div className="extra">
        <dt>{t('basis')}</dt>
        <dd>{language === 'en' ? item.legalBasisEn : item.legalBasisZh}</dd>
      </div>
    </dl>
  );
}

function Questions({ item }: { item: ItemDto }) {
  const t = useWords(chooseWords);
  const [, go] = useLocation();
  const [answers, setAnswers] = useState<Answers>(() => {
    const { people, green, homeVisit, represented, itemCode } = currentDraft();
    return itemCode === item.code ? { people, green, homeVisit, represented } : NO_ANSWERS;
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change({ type: 'item', itemCode: item.code });
    change({ type: 'answered', answers });
    go(pathOf('place'));
  };
  return (
    <form noValidate onSubmit={submit}>
      <ItemQuestions item={item} answers={answers} onAnswer={(given) => setAnswers({ ...answers, ...given })} />
      <SubmitButton label={t('toPlace')} />
    </form>
  );
}
