export function Catalogue({ selected }: { selected: string | null }) {
  return <p>{selected}</p>;
}
