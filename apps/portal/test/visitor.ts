import { formatMessage, type Language, type MessageId, type MessageValues } from '@ketenregie/messages';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Account } from './product.js';

/** A machine under load may take long; what never comes still fails. */
const PATIENCE_MS = Number(process.env["BROWSER_PATIENCE_MS"] ?? 45_000);

export interface VisitorOptions extends BrowserContextOptions {
  /** Where the product answers. */
  readonly address: string;
  readonly language?: Language;
}

/** Somebody at a browser of his own: he reads in one language, and notes all that the console and the network complain of. */
export class Visitor {
  private readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly address: string,
    readonly language: Language,
  ) {
    this.listenTo(page);
  }

  /** Opens a browser window that has never been here. */
  static async arrive(browser: Browser, { address, language = 'nl', ...options }: VisitorOptions): Promise<Visitor> {
    const context = await browser.newContext({ locale: language === 'nl' ? 'nl-NL' : 'en-GB', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Visitor(context, await context.newPage(), address, language);
  }

  /** The same person in another tab or after closing one: the cookies are the same. */
  async openAnother(): Promise<Visitor> {
    return new Visitor(this.context, await this.context.newPage(), this.address, this.language);
  }

  /** All that the console, the scripts and the network complained of since it was last asked. */
  takeComplaints(): string[] {
    return this.complaints.splice(0);
  }

  text(id: MessageId, values?: MessageValues): string {
    return formatMessage(this.language, id, values);
  }

  /** What the log says of who did something, up to the first number or name in it. */
  said(id: MessageId & `logbook.says.${string}`): string {
    return this.text(id, { who: '', what: '7', count: 7 }).split('7')[0]?.trim() ?? '';
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`);
  }

  /** Opens a page and waits until it has its heading and nothing more is on its way. */
  async openPage(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`, { waitUntil: 'networkidle' });
    await this.page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  }

  /** Posts something with the cookies of this visitor, and gives the JSON that comes back. */
  async send(path: string, { headers, data }: { readonly headers: Record<string, string>; readonly data: Buffer }): Promise<unknown> {
    const answer = await this.context.request.post(`${this.address}${path}`, { headers, data });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  }

  /** The part of the address behind the product's. */
  path(): string {
    return this.page.url().slice(this.address.length);
  }

  button(id: MessageId, values?: MessageValues): Locator {
    return this.page.getByRole('button', { name: this.text(id, values), exact: true });
  }

  link(id: MessageId, values?: MessageValues): Locator {
    return this.page.getByRole('link', { name: this.text(id, values), exact: true });
  }

  heading(id: MessageId, values?: MessageValues): Locator {
    return this.page.getByRole('heading', { name: this.text(id, values), exact: true });
  }

  /** Signs in as a person does, from the door. */
  async signIn({ email, password }: Account): Promise<void> {
    await this.open('/inloggen');
    await this.page.getByLabel(this.text('signIn.email')).fill(email);
    await this.page.getByLabel(this.text('signIn.password')).fill(password);
    await this.button('signIn.submit').click();
    await this.page.waitForURL(/\/vandaag$/);
  }

  private listenTo(page: Page): void {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`script: ${error.message}`));
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'failed';
      // Called off by the page itself, on its way to another address or closed.
      if (reason !== 'net::ERR_ABORTED') this.complaints.push(`${request.method()} ${request.url()}: ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.complaints.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
    });
  }
}
