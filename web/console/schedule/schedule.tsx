export function Schedule() {
  return <p></p>;
}
