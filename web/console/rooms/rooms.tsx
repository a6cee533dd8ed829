export function Rooms({ selected }: { selected: string | null }) {
  return <p>{selected}</p>;
}
