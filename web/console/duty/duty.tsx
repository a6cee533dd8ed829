export function Duty({ selected }: { selected: string | null }) {
  return <p>{selected}</p>;
}
