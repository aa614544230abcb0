import { kindOfRight } from './right-kind.js';
import type { RightState } from './right-kind.js';

const active: RightState = { state: 'active', endsOn: '2028-01-01', changes: [] };
const revoke = (state: string) => [{ kind: 'revoke', state }];

describe('how a right stands', () => {
  it.each([
    ['in force', {}, 'active'],
    ['without an end', { endsOn: null }, 'active'],
    ['ending within 90 days', { endsOn: '2026-12-01' }, 'ending'],
    ['valid for the last day', { endsOn: '2026-11-23' }, 'ending'],
    ['past its end', { endsOn: '2026-11-22' }, 'ended'],
    ['requested', { state: 'requested' }, 'requested'],
    ['never an end while only decided', { changes: revoke('to-do') }, 'revoke-decided'],
    ['never an end while only carried out', { changes: revoke('carried-out') }, 'revoke-unconfirmed'],
    ['as before where the decision was withdrawn', { changes: revoke('withdrawn') }, 'active'],
    ['revoked once confirmed', { state: 'ended', changes: revoke('confirmed') }, 'revoked'],
    ['ended without a revocation', { state: 'ended' }, 'ended'],
  ] as const)('%s', (_, differs, kind) => expect(kindOfRight({ ...active, ...differs }, '2026-11-23')).toBe(kind));
});
