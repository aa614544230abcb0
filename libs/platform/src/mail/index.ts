export { deliveriesTo, deliveryTo, forgetDeliveries, type OwnDelivery, recipientsIn } from './mailbox-owner.js';
export { listMailbox, type MailboxEntry, mailboxFolder, mailboxLog, readMailbox } from './mailbox-store.js';
export { mailboxAddress, type MailboxOptions, type RunningMailbox, startMailbox } from './mailbox.js';
export { type DeliveryLog, type MailMessage, type MailOutcome, type MailTransport, messageIdOf } from './message.js';
export { type Mail, openMail } from './open-mail.js';
export { openSmtpTransport, SOCKET_TIMEOUT_MS, type SmtpTransportOptions } from './smtp-transport.js';
export { readMail, readMailHead, type ReadMail } from './read-mail.js';
