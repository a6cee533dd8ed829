import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { OPENED } from '@shared/stream/live-stream.js';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { useTakeIn, type ItemKeys } from '../api/lists.js';
import { jsonOf } from './event-data.js';
import { readAgain } from './read-again.js';

/** What every event of an item says. */
export interface ItemEvent {
  readonly id: string;
  readonly state: string;
}

/** What tells whether an item has changed since it was read. */
interface Versioned {
  readonly id: string;
  readonly version: number;
}

interface Following<E extends ItemEvent, T extends Versioned, F> {
  /** Path of the event stream, and the type of its events that are about these items. */
  stream: string;
  type: string;
  keys: ItemKeys<F>;
  filter: F;
  rows: readonly Versioned[];
  read: (id: string) => Promise<T>;
  /** Reads the list's first page, for those filters, as it is now. */
  readFirst: () => Promise<{ readonly items: readonly Versioned[] }>;
  /** Whether an item that is not among the rows belongs on top of them, as far as its event tells. */
  isNew: (event: E) => boolean;
  /** Where the event tells too little for the filters chosen: whether the item, once read, belongs there. */
  belongs?: ((item: T) => boolean) | undefined;
}

export interface Arrivals {
  /** How many wait. */
  waiting: number;
  /** Reads the list anew, with them. */
  show: () => void;
}

/**
 * Follows the event stream for a list: rows that are there change in place, new ones are counted and wait until
 * somebody asks to see them. Another choice of filters begins to count anew.
 */
export function useArrivals<E extends ItemEvent, T extends Versioned, F>(following: Following<E, T, F>): Arrivals {
  const { stream, type, keys, filter, rows, read, readFirst, isNew, belongs } = following;
  const client = useQueryClient();
  const takeIn = useTakeIn(keys);
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const scope = JSON.stringify(filter);
  const latestScope = useRef(scope);
  latestScope.current = scope;
  const [shownScope, setShownScope] = useState(scope);
  if (shownScope !== scope) {
    setShownScope(scope);
    setArrived(new Set());
  }

  const arrive = (id: string) => setArrived((before) => new Set(before).add(id));
  // Where it cannot be read the row shows what it showed; opening it says what is wrong.
  const readRow = (id: string) => read(id).then(takeIn, () => undefined);

  /** What happened between the reading of the list and the opening of the line, nobody has told: the list is compared. */
  const compare = async () => {
    // Still being read: the reading may have begun before the line stood.
    if (client.getQueryData(keys.list(filter)) === undefined) return readAgain(client, keys.lists);
    const { items } = await readFirst();
    if (latestScope.current !== scope) return;
    const shown = new Map(rows.map((row) => [row.id, row.version]));
    // Below the last row that is shown stands what follows it, not what is new.
    const end = shown.size === 0 ? items.length : items.findLastIndex(({ id }) => shown.has(id)) + 1;
    for (const { id, version } of items.slice(0, end)) {
      const open = client.getQueryData<T>(keys.one(id));
      if (!shown.has(id)) arrive(id);
      else if (shown.get(id) !== version || (open && open.version !== version)) void readRow(id);
    }
  };

  useLiveStream(stream, (event) => {
    // A comparison that fails is made up for by the next event of each item.
    if (event.type === OPENED) compare().catch(() => undefined);
    // `reset`: the line was broken too long to say what has changed since.
    if (event.type === 'reset') void client.invalidateQueries({ queryKey: keys.lists });
    if (event.type !== type) return;
    const item = jsonOf<E>(event.data);
    if (!item) return;
    if (rows.some((row) => row.id === item.id)) {
      void readRow(item.id);
    } else if (isNew(item)) {
      if (!belongs) arrive(item.id);
      else {
        // What cannot be read is none of this person's; what is read for filters that have gone, none of this list's.
        read(item.id).then(
          (now) => {
            if (latestScope.current === scope && belongs(now)) arrive(item.id);
          },
          () => undefined,
        );
      }
    }
  });

  return {
    // What was still being read when the list was asked for may stand in it by now.
    waiting: [...arrived].filter((id) => !rows.some((row) => row.id === id)).length,
    show: () => {
      setArrived(new Set());
      void client.resetQueries({ queryKey: keys.list(filter) });
    },
  };
}
