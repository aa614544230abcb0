export { findMessage, formatMessage, formatParts, messagesOf } from './format-message.js';
export { formatCount, formatDay, formatInstant, formatKvk, formatWeekday, localeOf } from './format-value.js';
export { parseDay } from './parse-day.js';
export { loadDoorMessages, loadMessages } from './load-messages.js';
export * from './message-id.js';
