export function Figures() {
  return <p></p>;
}
