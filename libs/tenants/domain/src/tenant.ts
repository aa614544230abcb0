import { InvalidInputError } from '@ketenregie/kernel';

/** The two kinds of tenant: an administration office with clients, or a holding with subsidiaries. */
export const TENANT_KINDS = ['office', 'holding'] as const;
export type TenantKind = (typeof TENANT_KINDS)[number];

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Slugs that addresses of the product itself use. */
const TAKEN_BY_PRODUCT = new Set(['graphql', 'health', 'assets', 'mailbox', 'imports', 'exports', 'sign-in', 'inloggen', 'kwijt']);

export interface NewTenant {
  readonly slug: string;
  readonly name: string;
  readonly kind: TenantKind;
  readonly kvkNumber: string;
}

/** Refuses a new tenant whose address, name or number cannot be used, naming the field and the reason. */
export function assertNewTenant({ slug, name, kvkNumber }: NewTenant): void {
  if (!SLUG.test(slug) || slug.length > 60) throw new InvalidInputError('A slug has 1 to 60 lower-case letters, digits and single hyphens.', 'slug');
  if (TAKEN_BY_PRODUCT.has(slug)) throw new InvalidInputError('This slug is used by the product itself; choose another.', 'slug');
  if (name.trim().length === 0 || name.length > 200) throw new InvalidInputError('A name has 1 to 200 characters.', 'name');
  if (!/^[0-9]{8}$/.test(kvkNumber)) throw new InvalidInputError('A KvK number has eight digits.', 'kvk');
}
