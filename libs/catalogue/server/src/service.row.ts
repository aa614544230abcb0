import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A catalogue service as the tenant adopted it, with what it settled for itself. */
@Entity('service')
export class ServiceRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text', { name: 'catalogue_key' })
  catalogueKey!: string;
  @Column('text', { name: 'provider_key' })
  providerKey!: string;
  @Column('int', { name: 'adopted_version' })
  adoptedVersion!: number;
  @Column('text', { name: 'required_level_override', nullable: true })
  requiredLevelOverride!: string | null;
  @Column('text', { name: 'chain_allowed_override', nullable: true })
  chainAllowedOverride!: string | null;
}

/** The rows that this feature writes through the door. */
export const catalogueRows = [ServiceRow] as const;
