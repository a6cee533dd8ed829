import { Button as AntButton, type ButtonProps } from 'antd';

/**
 * The library's button; while what it did is under way it takes no press and says so: the library shows that to the eye
 * only.
 */
export function Button(props: ButtonProps) {
  const isWaiting = Boolean(props.loading);
  return <AntButton {...props} aria-disabled={isWaiting || undefined} />;
}
