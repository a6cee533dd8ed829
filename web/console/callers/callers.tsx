export function Callers() {
  return <p></p>;
}
