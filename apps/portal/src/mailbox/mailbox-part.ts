import './mailbox.css';

export { MailboxPage } from './mailbox-page.js';
