export { ACCEPTED_FILES, FILE_KIND_CHOICES } from './upload/file-kinds.js';
