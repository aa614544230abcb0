import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A decided change, in its present state. */
@Entity('authorisation_change')
export class AuthorisationChangeRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @Column('uuid', { name: 'client_id' })
  clientId!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'authorisation_id' })
  authorisationId!: string;
  @Column('text')
  kind!: string;
  @Column('text')
  state!: string;
  @Column('date', { name: 'decided_on' })
  decidedOn!: string;
  @Column('text', { name: 'decided_by' })
  decidedBy!: string;
  @Column('text')
  reason!: string;
  @Column('text', { name: 'asked_of', nullable: true })
  askedOf!: string | null;
  @Column('text', { name: 'evidence_class', nullable: true })
  evidenceClass!: string | null;
  @Column('text', { name: 'evidence_note', nullable: true })
  evidenceNote!: string | null;
  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;
}

/** One state a change went through; append-only. */
@Entity('authorisation_change_step')
export class AuthorisationChangeStepRow {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: string;
  @Column('uuid', { name: 'client_id' })
  clientId!: string;
  @PrimaryColumn('uuid')
  id!: string;
  @Column('uuid', { name: 'change_id' })
  changeId!: string;
  @Column('text')
  state!: string;
  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
  @Column('text', { name: 'evidence_class', nullable: true })
  evidenceClass!: string | null;
  @Column('text', { nullable: true })
  note!: string | null;
}

/** The rows that this feature writes one at a time; rights and their versions are written as sets. */
export const authorisationRows = [AuthorisationChangeRow, AuthorisationChangeStepRow] as const;
