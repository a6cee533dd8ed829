import { useEffect, useState } from 'react';
import { listServiceItems, type ServiceItem } from '../hotline.js';

export interface ServiceItems {
  /** Null until they have arrived. */
  list: readonly ServiceItem[] | null;
  failed: boolean;
}

let arrived: readonly ServiceItem[] | null = null;

/** The public list of service items, fetched once a visit. */
export function useServiceItems(): ServiceItems {
  const [items, setItems] = useState<ServiceItems>({ list: arrived, failed: false });
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const next = await readOnce();
      if (!gone) setItems(next);
    };
    void read();
    return () => {
      gone = true;
    };
  }, []);
  return items;
}

async function readOnce(): Promise<ServiceItems> {
  try {
    arrived ??= await listServiceItems();
    return { list: arrived, failed: false };
  } catch {
    return { list: null, failed: true };
  }
}
