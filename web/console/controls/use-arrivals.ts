import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLiveStream } from '@shared/stream/use-live-stream.js';
import { useTakeIn, type ItemKeys } from '../api/lists.js';
import { jsonOf } from './event-data.js';

/** What every event of an item says. */
export interface ItemEvent {
  readonly id: string;
  readonly state: string;
}

interface Following<E extends ItemEvent, T extends { id: string }, F> {
  /** Path of the event stream, and the type of its events that are about these items. */
  stream: string;
  type: string;
  keys: ItemKeys<F>;
  filter: F;
  rows: readonly { id: string }[];
  read: (id: string) => Promise<T>;
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
export function useArrivals<E extends ItemEvent, T extends { id: string }, F>(following: Following<E, T, F>): Arrivals {
  const { stream, type, keys, filter, rows, read, isNew, belongs } = following;
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

  useLiveStream(stream, (event) => {
    // `reset`: the line was broken too long to say what has changed since.
    if (event.type === 'reset') void client.invalidateQueries({ queryKey: keys.lists });
    if (event.type !== type) return;
    const item = jsonOf<E>(event.data);
    if (!item) return;
    if (rows.some((row) => row.id === item.id)) {
      // Where it cannot be read the row shows what it showed; opening it says what is wrong.
      read(item.id).then(takeIn, () => undefined);
    } else if (isNew(item)) {
      const arrive = () => setArrived((before) => new Set(before).add(item.id));
      if (!belongs) arrive();
      else {
        // What cannot be read is none of this person's; what is read for filters that have gone, none of this list's.
        read(item.id).then(
          (now) => {
            if (latestScope.current === scope && belongs(now)) arrive();
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
