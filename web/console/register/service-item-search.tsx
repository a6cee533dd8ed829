import { Select } from 'antd';
import { useState } from 'react';
import type { RequestKind } from '@app/common/contracts/request-kind.js';
import { useWords } from '@shared/i18n/use-words.js';
import { requestWords } from '@shared/request/request.words.js';
import type { ServiceItemDto } from '@shared/api/generated/hotline.js';
import { Field } from '../controls/field.js';
import { useNameOf, useUnits } from '../directory/unit.queries.js';
import { useServiceItems } from '../tickets/ticket.queries.js';
import { registerWords } from './register.words.js';

interface ServiceItemSearchProps {
  /** Items of this kind come first; choosing one of another kind changes the kind. */
  kind: RequestKind | null;
  code: string | null;
  error?: string;
  onChoose: (item: ServiceItemDto | null) => void;
}

/** A service item by its name, in either language, or by its code; says what limit and which unit come with it. */
export function ServiceItemSearch({ kind, code, error, onChoose }: ServiceItemSearchProps) {
  const t = useWords(registerWords);
  const of = useWords(requestWords);
  const nameOf = useNameOf();
  const items = useServiceItems();
  const units = useUnits();
  const [isOpen, setOpen] = useState(false);
  const all = items.data ?? [];
  const offered = [...all.filter((item) => item.kind === kind), ...all.filter((item) => item.kind !== kind)];
  const chosen = all.find((item) => item.code === code);
  const lead = units.data?.find((unit) => unit.id === chosen?.leadUnitId);
  return (
    <Field
      id="service-item"
      label={t('serviceItem')}
      hint={t('serviceItem.hint')}
      required
      error={error}
      className="wide"
    >
      {(control) => (
        <>
          <Select
            {...control}
            showSearch={{
              filterOption: (typed, option) => option?.search.includes(typed.trim().toLowerCase()) ?? false,
            }}
            defaultActiveFirstOption
            value={chosen ? code : null}
            options={offered.map((item) => ({
              value: item.code,
              label: `${nameOf(item)} · ${of(`kind.${item.kind}`)}`,
              search: `${item.nameZh} ${item.nameEn} ${item.code}`.toLowerCase(),
            }))}
            // Shut with the choice: the Select by itself shuts a moment later, and until then keeps Tab from going on.
            open={isOpen}
            onOpenChange={setOpen}
            onSelect={() => setOpen(false)}
            notFoundContent={t(items.isPending ? 'serviceItem.reading' : 'serviceItem.none')}
            onChange={(next: string | null) => onChoose(offered.find((item) => item.code === next) ?? null)}
            className="service-item"
          />
          {chosen ? (
            <p className="soft">
              {t('serviceItem.limit', { days: chosen.replyLimitDays })}
              {lead ? ` · ${t('serviceItem.lead', { unit: nameOf(lead) })}` : null}
            </p>
          ) : null}
        </>
      )}
    </Field>
  );
}
