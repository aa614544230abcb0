/** How many tries at signing in are looked at: per account and per address, within a window (reliability g3). Success clears the account's. */
export const THROTTLE = { windowMinutes: 15, triesPerAccount: 10, triesPerAddress: 50 } as const;
