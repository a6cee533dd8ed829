import { Link, useLocation } from 'wouter';
import { Icon } from '@shared/icons/icon.js';
import { useWords } from '@shared/i18n/use-words.js';
import { ProblemAlert } from '../controls/problem-alert.js';
import { RowList } from '../controls/row-list.js';
import { useShortcut } from '../controls/use-shortcut.js';
import { Workplace } from '../controls/workplace.js';
import { useNameOf } from '../directory/unit.queries.js';
import { RoomCalendar } from './room-calendar.js';
import { useRooms } from './room.queries.js';
import { roomWords } from './rooms.words.js';

/** 约谈室: the rooms of the county, and when the chosen one is taken. */
export function Rooms({ selected }: { selected: string | null }) {
  const t = useWords(roomWords);
  const nameOf = useNameOf();
  const [, go] = useLocation();
  const rooms = useRooms();
  const rows = rooms.data?.pages.flatMap((page) => page.items) ?? [];
  const chosen = rows.find(({ id }) => id === selected);
  useShortcut('Escape', () => go('/rooms'), selected !== null);
  return (
    <Workplace
      title={t('title')}
      chosen={chosen !== undefined}
      list={
        <section aria-labelledby="rooms-title" className="list">
          <div className="list-head">
            <h1 id="rooms-title">{t('title')}</h1>
          </div>
          <ProblemAlert error={rooms.error} onAgain={() => void rooms.refetch()} />
          <RowList
            label={t('title')}
            rows={rows.map((room) => ({
              id: room.id,
              href: `/rooms/${room.id}`,
              content: (
                <>
                  <span className="row-subject">{nameOf(room)}</span>
                  <span className="row-end">
                    <span className="row-state">{t('seats', { count: room.seats })}</span>
                  </span>
                </>
              ),
            }))}
            chosen={selected}
            empty={t('empty')}
            hasMore={rooms.hasNextPage}
            busy={rooms.isFetching}
            onMore={() => void rooms.fetchNextPage()}
          />
        </section>
      }
      item={
        chosen ? (
          <>
            <Link href="/rooms" className="back room-back">
              <Icon name="arrowLeft" size="1em" />
              {t('back')}
            </Link>
            <RoomCalendar key={chosen.id} room={chosen} />
          </>
        ) : (
          <p className="empty">{t('none.chosen')}</p>
        )
      }
    />
  );
}
