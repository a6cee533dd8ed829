import type { WindowBody, WindowRow } from '@shared/api/generated/appointments.js';
import { useWords } from '@shared/i18n/use-words.js';
import { Choice } from '../controls/field.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useNameOf } from '../directory/unit.queries.js';
import { LineField, NumberField, TickField } from '../schedule/form-fields.js';
import { useWindows } from '../schedule/schedule.queries.js';
import { useCatalogueActs, useItems, usePosts } from './catalogue.queries.js';
import { catalogueWords } from './catalogue.words.js';
import { EditForm } from './edit-form.js';
import { NameFields, NewPart, OneOrNone } from './site-part.js';

const KINDS = ['counter', 'home-visit'] as const;

const EMPTY: WindowBody & { code: string } = {
  code: '',
  nameZh: '',
  nameEn: '',
  kind: 'counter',
  travelMinutes: 0,
  postId: null,
  active: false,
};

/** The windows of a site, each with the items it handles. */
export function SiteWindows({ siteId }: { siteId: string }) {
  const t = useWords(catalogueWords);
  const nameOf = useNameOf();
  const windows = useWindows(siteId);
  const { createWindow } = useCatalogueActs();
  const labels = useWindowLabels();
  return (
    <section aria-labelledby="site-windows-title">
      <h3 id="site-windows-title">{t('windows')}</h3>
      <ProblemAlert error={windows.error} onAgain={() => void windows.refetch()} />
      {windows.isPending ? <Loading /> : null}
      {(windows.data ?? []).map((window) => (
        <details key={window.id} className="catalogue-part">
          <summary>
            <strong>{window.code}</strong> {nameOf(window)}{' '}
            <span className="soft">{t('window.itemsOf', { count: window.items.length })}</span>
            {window.active ? null : <span className="mark">{t('off')}</span>}
          </summary>
          <WindowForms window={window} />
        </details>
      ))}
      <NewPart
        siteId={siteId}
        isListed={windows.data !== undefined}
        name="window"
        title={t('window.add')}
        empty={EMPTY}
        labels={{ ...labels, code: t('code') }}
        onSend={(body) => createWindow({ ...body, siteId })}
      >
        {(value, change) => (
          <>
            <LineField
              id="window-new-code"
              label={t('code')}
              value={value.code}
              onChange={(code) => change({ code })}
            />
            <WindowFields id="new" siteId={siteId} value={value} change={change} />
          </>
        )}
      </NewPart>
    </section>
  );
}

function WindowForms({ window }: { window: WindowRow }) {
  const t = useWords(catalogueWords);
  const nameOf = useNameOf();
  const { changeWindow, changeWindowItems } = useCatalogueActs();
  const items = useItems().data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <EditForm
        title={t('window.facts')}
        level={4}
        name="facts"
        entry={window}
        bodyOf={bodyOf}
        labels={useWindowLabels()}
        send={t('save')}
        onSend={(body, seen) => changeWindow(seen, body)}
      >
        {(value, change) => <WindowFields id={window.id} siteId={window.siteId} value={value} change={change} />}
      </EditForm>
      <EditForm
        title={t('window.items')}
        level={4}
        name="items"
        entry={window}
        bodyOf={(one) => ({ items: one.items })}
        labels={{ items: t('window.items') }}
        send={t('save')}
        onSend={(body, seen) => changeWindowItems(seen, body.items)}
      >
        {(value, change) => (
          <div className="catalogue-ticks">
            {items.map((item) => (
              <TickField
                key={item.code}
                id={`${window.id}-${item.code}`}
                label={nameOf(item)}
                value={value.items.includes(item.code)}
                onChange={(yes) =>
                  change({
                    items: yes ? [...value.items, item.code] : value.items.filter((code) => code !== item.code),
                  })
                }
              />
            ))}
          </div>
        )}
      </EditForm>
    </>
  );
}

function bodyOf({ nameZh, nameEn, kind, travelMinutes, postId, active }: WindowRow): WindowBody {
  return { nameZh, nameEn, kind, travelMinutes, postId, active };
}

function useWindowLabels(): Record<keyof WindowBody, string> {
  const t = useWords(catalogueWords);
  return {
    nameZh: t('nameZh'),
    nameEn: t('nameEn'),
    kind: t('window.kind'),
    travelMinutes: t('window.travel'),
    postId: t('window.post'),
    active: t('active'),
  };
}

interface WindowFieldsProps {
  /** Keeps the fields of several windows on a page apart. */
  id: string;
  siteId: string;
  value: WindowBody;
  change: (patch: Partial<WindowBody>) => void;
}

function WindowFields({ id, siteId, value, change }: WindowFieldsProps) {
  const t = useWords(catalogueWords);
  const nameOf = useNameOf();
  const labels = useWindowLabels();
  const posts = usePosts(siteId);
  return (
    <>
      <div className="catalogue-fields">
        <NameFields id={id} value={value} change={change} />
        <OneOrNone
          id={`${id}-post`}
          label={labels.postId}
          none={t('window.noPost')}
          options={(posts.data ?? []).map((post) => ({ id: post.id, name: nameOf(post) }))}
          value={value.postId}
          onChange={(postId) => change({ postId })}
        />
        {value.kind === 'home-visit' ? (
          <NumberField
            id={`${id}-travel`}
            label={labels.travelMinutes}
            min={0}
            value={value.travelMinutes}
            onChange={(travelMinutes) => change({ travelMinutes })}
          />
        ) : null}
      </div>
      <Choice
        id={`${id}-kind`}
        label={labels.kind}
        value={value.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t(`window.kind.${kind}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <TickField
        id={`${id}-active`}
        label={labels.active}
        value={value.active}
        onChange={(active) => change({ active })}
      />
    </>
  );
}
