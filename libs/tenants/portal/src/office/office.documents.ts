import type { TypedDocument } from '@ketenregie/portal-kit';

/** The settings of the office or group. */
export interface OfficeSettings {
  readonly id: string;
  readonly name: string;
  readonly kind: 'office' | 'holding';
  readonly timeZone: string;
  readonly language: 'nl' | 'en';
  readonly notCheckedAfterMonths: number;
  /** Who decided a change does not confirm it himself. */
  readonly needsFourEyes: boolean;
  readonly viewerCan: readonly string[];
}

const SETTINGS = 'id name kind timeZone language notCheckedAfterMonths needsFourEyes viewerCan';

export const OfficeDocument: TypedDocument<{ readonly tenant: OfficeSettings }, Record<string, never>> = `query SettingsOffice {
  tenant { ${SETTINGS} }
}`;

/** Somebody with an account here. */
export interface OfficeMember {
  readonly id: string;
  readonly displayName: string;
  readonly login: string;
  readonly roles: readonly string[];
  readonly hasAllClients: boolean;
  readonly clientCount: number;
}

export const MembersDocument: TypedDocument<{ readonly members: readonly OfficeMember[] }, Record<string, never>> = `query SettingsMembers {
  members { id displayName login roles hasAllClients clientCount }
}`;

export interface SettingsInput {
  readonly name?: string;
  readonly language?: string;
  readonly notCheckedAfterMonths?: number;
  readonly needsFourEyes?: boolean;
}

export const ChangeSettingsDocument: TypedDocument<{ readonly changeTenantSettings: OfficeSettings }, { readonly input: SettingsInput }> = `mutation SettingsChange($input: TenantSettingsInput!) {
  changeTenantSettings(input: $input) { ${SETTINGS} }
}`;
