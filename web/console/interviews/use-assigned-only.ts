import { useRole } from '../session/session.js';

/** Whether the person sees the talks they are assigned to and nothing of their supervision: a volunteer. */
export function useAssignedOnly(): boolean {
  return !useRole('supervisor', 'handler', 'unit_head', 'inspector', 'leader');
}
