import { unreachable } from '@ketenregie/kernel';

/** Roles of a member in a tenant (T2). A member may have several; what any of them allows is allowed. */
export const ROLES = ['owner', 'office-administrator', 'adviser', 'assistant', 'employee', 'auditor', 'client-contact'] as const;
export type Role = (typeof ROLES)[number];

/** Whether a text names a role. */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Of the tenant's own staff: opens people, means and the tenant's own companies. A client contact is an outsider. */
export function isInternalRole(role: Role): boolean {
  switch (role) {
    case 'owner':
    case 'office-administrator':
    case 'adviser':
    case 'assistant':
    case 'employee':
    case 'auditor':
      return true;
    case 'client-contact':
      return false;
    default:
      return unreachable(role);
  }
}
