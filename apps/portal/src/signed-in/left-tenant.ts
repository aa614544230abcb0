const KEY = 'left tenant';

/** The office or group that was left for the present one. */
export interface LeftTenant {
  readonly slug: string;
  /** The address part of the company that was open there; null over all. */
  readonly company: string | null;
}

interface Move extends LeftTenant {
  readonly to: string;
  /** The company that was gone to; another one that is opened after it is what was left last. */
  readonly toCompany: string | null;
}

function lastMove(): Move | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Move | null;
  } catch {
    return null;
  }
}

/** Notes in this tab which office or group is left for which. */
export function leaveTenant(left: LeftTenant, to: LeftTenant): void {
  sessionStorage.setItem(KEY, JSON.stringify({ ...left, to: to.slug, toCompany: to.company } satisfies Move));
}

/** The office or group that one came from, where nothing was opened since; else null. */
export function leftTenant(present: string, company: string | null): LeftTenant | null {
  const move = lastMove();
  return move === null || move.to !== present || (company !== null && company !== move.toCompany) ? null : { slug: move.slug, company: move.company };
}

/** Another company was opened: from now on that is where one was. */
export function forgetLeftTenant(present: string, company: string): void {
  const move = lastMove();
  if (move !== null && move.to === present && company !== move.toCompany) sessionStorage.removeItem(KEY);
}
