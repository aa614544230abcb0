import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { AuthorisationFilterInput } from './authorisation.input.js';

/** The two time axes, as every field that reads rights takes them. */
@ArgsType()
export class AsOfArgs {
  @Field(() => String, { nullable: true, description: 'Day asked for, YYYY-MM-DD; today where left out.' })
  on?: string | null;
  @Field(() => String, { nullable: true, description: 'As known at this instant (ISO 8601); all that is recorded where left out.' })
  knownAt?: string | null;
}

@ArgsType()
export class AuthorisationArgs extends AsOfArgs {
  @Field(() => ID)
  id!: string;
}

@ArgsType()
export class CompanyAuthorisationsArgs extends AsOfArgs {
  @Field(() => ID)
  companyId!: string;
}

@ArgsType()
export class AuthorisationPageArgs extends AsOfArgs {
  @Field(() => AuthorisationFilterInput, { nullable: true })
  filter?: AuthorisationFilterInput | null;
  @Field(() => String, { nullable: true, description: 'ends-on (soonest first), company or recorded (newest first)' })
  sort?: string | null;
  @Field(() => Int, { defaultValue: 50, description: '1 to 200' })
  first!: number;
  @Field(() => String, { nullable: true })
  after?: string | null;
}
