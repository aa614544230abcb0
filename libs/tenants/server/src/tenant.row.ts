import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tenant')
export class TenantRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @Column('text')
  name!: string;
  @Column('text')
  kind!: string;
  @Column('boolean', { name: 'is_example' })
  isExample!: boolean;
}

@Entity('client')
export class ClientRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('text', { name: 'client_number', nullable: true })
  clientNumber!: string | null;
  @Column('text')
  name!: string;
  @Column('uuid', { name: 'import_id', nullable: true })
  importId!: string | null;
}
