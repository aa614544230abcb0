import { normalisePortalText } from '@ketenregie/catalogue-domain';
import type { MeansState } from '@ketenregie/people-domain';

/** What a list says of a right; `none` = there is no authorisation, the company is still read. */
export type StatedStatus = 'active' | 'requested' | 'ended' | 'none' | 'unknown';

const RIGHT_WORDS: Readonly<Record<Exclude<StatedStatus, 'unknown'>, readonly string[]>> = {
  active: ['ja', 'j', 'yes', 'y', 'actief', 'active', 'afgegeven', 'geldig', 'valid', 'verleend', 'true', 'waar', 'granted'],
  requested: ['aangevraagd', 'requested', 'in aanvraag', 'aanvraag loopt', 'in behandeling', 'pending'],
  ended: ['vervallen', 'verlopen', 'ended', 'beeindigd', 'ingetrokken', 'expired', 'revoked', 'withdrawn', 'opgezegd', 'geeindigd', 'lapsed'],
  none: ['nee', 'n', 'no', 'geen', 'niet', 'none', 'nvt', 'n v t', 'niet nodig', 'false', 'onwaar', 'geen machtiging', 'not applicable'],
};

const RIGHTS = new Map(Object.entries(RIGHT_WORDS).flatMap(([status, words]) => words.map((word) => [word, status as StatedStatus] as const)));

/** Reads a chain's status; `unknown` for anything that is none of the known words. */
export function readRightStatus(text: string): StatedStatus {
  return RIGHTS.get(normalisePortalText(text)) ?? 'unknown';
}

const MEANS_WORDS: Readonly<Record<Exclude<MeansState, 'unknown'>, readonly string[]>> = {
  active: ['active', 'actief', 'geldig', 'valid', 'ja', 'in gebruik', 'enabled', 'geactiveerd', 'issued', 'uitgegeven', 'ok'],
  requested: ['requested', 'aangevraagd', 'pending', 'in aanvraag', 'in behandeling', 'ordered', 'besteld', 'nog te activeren', 'not activated'],
  suspended: ['suspended', 'geschorst', 'opgeschort', 'geblokkeerd', 'blocked', 'locked', 'gepauzeerd', 'tijdelijk geblokkeerd', 'on hold'],
  withdrawn: ['revoked', 'withdrawn', 'ingetrokken', 'beeindigd', 'ended', 'vervallen', 'verlopen', 'expired', 'terminated', 'cancelled', 'opgezegd', 'verwijderd', 'deleted', 'inactief', 'inactive'],
};

const MEANS = new Map(Object.entries(MEANS_WORDS).flatMap(([status, words]) => words.map((word) => [word, status as MeansState] as const)));

/** Reads the state of a login means as a supplier's console writes it. */
export function readMeansStatus(text: string): MeansState {
  return MEANS.get(normalisePortalText(text)) ?? 'unknown';
}

/** Whether a text says that a person has left. */
export function saysLeft(text: string): boolean {
  return /\buit[ -]dienst\b|\bvertrokken\b|\bex[ -]?(?:medewerker|werknemer)\b|\boud[ -]?(?:medewerker|werknemer)\b|\bleft\b|\bniet meer in dienst\b|\bu\.?d\.?$/i.test(text.trim());
}
