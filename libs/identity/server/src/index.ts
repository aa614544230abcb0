export { type NewAccount, ensureAccount, findAccount } from './accounts.js';
export { IdentityModule } from './identity.module.js';
export { type NewMember, addMember } from './members.js';
export { type Membership, membershipsOf } from './memberships.js';
export { resolveViewer } from './resolve-viewer.js';
export { SessionIdentification } from './session-identification.js';
export { endSession, findSession, hashToken, openSession } from './sessions.js';
export { setPassword } from './set-password.js';
export { type SignInTry, signIn } from './sign-in.js';
