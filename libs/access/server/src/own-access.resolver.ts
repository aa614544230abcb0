import { Resolver } from '@nestjs/graphql';
import { Operation, OperationContext, TenantQuery } from '@ketenregie/platform/graphql';
import { OwnAccessModel } from './own-access.model.js';
import { ownAccess } from './own-access.js';

@Resolver()
export class OwnAccessResolver {
  @TenantQuery(() => OwnAccessModel, { needs: 'own.see', nullable: true, description: 'The viewer’s own means and rights, at whichever client; null where he is nobody of the staff list.' })
  async mine(@Operation() operation: OperationContext): Promise<OwnAccessModel | null> {
    const own = await operation.readOwn((reader, personId) => ownAccess(reader, { personId, today: operation.today }));
    if (own === null) return null;
    const { person, means, rights, administrators } = own;
    return { fullName: person.fullName, inServiceUntil: person.inServiceUntil, means, rights, administrators };
  }
}
