import { MeansModel } from '@ketenregie/people-server';
import { Field, ObjectType } from '@nestjs/graphql';
import { AccessRowModel } from './access.model.js';

@ObjectType('OwnAccess', { description: 'What the viewer sees of himself: his means, and where he was linked.' })
export class OwnAccessModel {
  @Field(() => String)
  fullName!: string;
  @Field(() => String, { nullable: true, description: 'Last day of service.' })
  inServiceUntil!: string | null;
  @Field(() => [MeansModel])
  means!: readonly MeansModel[];
  @Field(() => [AccessRowModel])
  rights!: readonly AccessRowModel[];
  @Field(() => [String], { description: 'Names of who administers here.' })
  administrators!: readonly string[];
}
