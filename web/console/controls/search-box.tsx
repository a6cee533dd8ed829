import { Input } from 'antd';
import { useEffect, useState } from 'react';

interface SearchBoxProps {
  label: string;
  /** What is searched for now. */
  value: string;
  onSearch: (value: string) => void;
}

/** Words a list is searched by: Enter searches, an emptied box shows everything again. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Input
        type="search"
        value={typed}
        aria-label={label}
        placeholder={label}
        allowClear
        onChange={(event) => {
          setTyped(event.target.value);
          if (event.target.value === '') onSearch('');
        }}
      />
    </form>
  );
}
