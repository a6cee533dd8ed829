import { useEffect, useState } from 'react';
import { serviceItemList, type ServiceItemDto } from '../hotline.js';

export interface ServiceItems {
  /** Null until they have arrived. */
  list: readonly ServiceItemDto[] | null;
  failed: boolean;
}

let arrived: readonly ServiceItemDto[] | null = null;

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
    arrived ??= (await serviceItemList()).items;
    return { list: arrived, failed: false };
  } catch {
    return { list: null, failed: true };
  }
}
