interface FilterProps {
  label: string;
  /** The words for "no restriction". */
  any: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** One filter from a closed list; the browser's own list, for its keyboard and on a telephone. */
export function Filter({ label, any, value, options, onChange }: FilterProps) {
  return (
    <select
      className="filter"
      aria-label={label}
      value={value}
      data-set={value !== '' || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
