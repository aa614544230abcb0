export { fakeApi } from './fake-api.js';
export type { Answers, FakeApi } from './fake-api.js';
export { axeFindings, renderPage } from './render-page.js';
