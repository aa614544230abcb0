import { Injectable } from '@nestjs/common';
import { Permissions } from '@ketenregie/platform/graphql';
import { isAction, isRole, mayDo } from '@ketenregie/tenants-domain';

/** The role x action table, behind the platform's port. An action that is not in the table is nobody's. */
@Injectable()
export class RolePermissions extends Permissions {
  allows(roles: readonly string[], action: string): boolean {
    return isAction(action) && mayDo(roles.filter(isRole), action);
  }
}
