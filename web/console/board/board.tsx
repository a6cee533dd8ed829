import { Link } from 'wouter';
import { formatDateTime } from '@shared/dates/format.js';
import { useLanguage, useWords } from '@shared/i18n/use-words.js';
import { writtenIn } from '@shared/i18n/written-in.js';
import { Button } from '../controls/button.js';
import { CardMark } from '../controls/card-mark.js';
import { Clock } from '../controls/clock.js';
import { Loading } from '../controls/loading.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { useSession } from '../session/session.js';
import { placesOf, type Place } from '../shell/navigation.js';
import { boardPlan, type BoardPlan } from './board-plan.js';
import { boardWords } from './board.words.js';
import { useBoard, type BoardItem, type Figure } from './use-board.js';

/** Home: first what is wrong, then what is near, then the rest. */
export function Board() {
  const t = useWords(boardWords);
  const { person } = useSession();
  const plan = boardPlan(person.roles);
  const volunteers = person.roles.includes('volunteer');
  return (
    <div className="page board">
      <h1>{t('greeting', { name: person.displayName })}</h1>
      {plan ? (
        <BoardOf plan={plan} />
      ) : (
        <>
          <p className="notice">{t(volunteers ? 'nothing.volunteer' : 'nothing.admin')}</p>
          {volunteers ? <Rest /> : null}
        </>
      )}
    </div>
  );
}

function BoardOf({ plan }: { plan: BoardPlan }) {
  const t = useWords(boardWords);
  const shown = useLanguage();
  const board = useBoard(plan);
  if (!board.ready) return <Loading />;
  return (
    <>
      <div className="board-head">
        <span className="soft">{t('asOf', { at: formatDateTime(board.asOf, shown) })}</span>
        <Button size="small" type={board.changed ? 'primary' : 'default'} onClick={board.refresh}>
          {t(board.changed ? 'changed' : 'refresh')}
        </Button>
      </div>
      <ProblemAlert error={board.error} onAgain={board.refresh} />
      <ul className="figures" aria-label={t('figures')}>
        {board.figures.map((figure) => (
          <li key={figure.name}>
            <FigureLink figure={figure} />
          </li>
        ))}
      </ul>
      <Items id="over" title={t('over')} none={t('over.none')} items={board.over} />
      {plan.figures.includes('ordersOverdue') ? (
        <Items id="orders" title={t('figure.ordersOverdue')} none={t('orders.none')} items={board.ordersOverdue} />
      ) : null}
      {plan.figures.includes('near') ? (
        <Items id="near" title={t('near')} none={t('near.none')} items={board.near} />
      ) : null}
      <Rest />
    </>
  );
}

function FigureLink({ figure }: { figure: Figure }) {
  const t = useWords(boardWords);
  const tone =
    figure.count === 0 ? 'calm' : figure.name === 'over' || figure.name === 'ordersOverdue' ? 'over' : figure.name;
  const content = (
    <>
      <strong>{figure.more ? t('atLeast', { count: figure.count }) : figure.count}</strong>
      <span>{t(`figure.${figure.name}`)}</span>
    </>
  );
  // A figure whose items stand on this very page leads to them; every other one to its list.
  return figure.href.startsWith('#') ? (
    <a className="figure" data-tone={tone} href={figure.href}>
      {content}
    </a>
  ) : (
    <Link className="figure" data-tone={tone} href={figure.href}>
      {content}
    </Link>
  );
}

function Items({ id, title, none, items }: { id: string; title: string; none: string; items: readonly BoardItem[] }) {
  const t = useWords(boardWords);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {items.length === 0 ? (
        <p className="soft">{none}</p>
      ) : (
        <ul className="rows">
          {items.map((item) => (
            <li key={item.id}>
              <Link className="row" href={item.href}>
                <span className="row-kind">{t(`what.${item.what}`)}</span>
                <span className="row-number">{item.number}</span>
                <span className="row-subject" lang={writtenIn(item.subject)}>
                  {item.subject}
                </span>
                <span className="row-end">
                  {item.card ? <CardMark colour={item.card} /> : null}
                  <Clock clock={item.clock} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const LISTS = ['tickets', 'interviews', 'reports', 'instructions'] as const satisfies readonly Place[];

function Rest() {
  const t = useWords(boardWords);
  const { person } = useSession();
  const places = placesOf(person.roles);
  return (
    <section aria-labelledby="rest">
      <h2 id="rest">{t('rest')}</h2>
      <p className="rest">
        {places.some((entry) => entry.place === 'register') ? <Link href="/register">{t('register')}</Link> : null}
        {LISTS.filter((list) => places.some((entry) => entry.place === list)).map((list) => (
          <Link key={list} href={`/${list}`}>
            {t(`rest.${list}`)}
          </Link>
        ))}
      </p>
    </section>
  );
}
