export { DisplayPage } from './display-page.js';
