import type { BrowserContext, ConsoleMessage, Page, Request, Response } from '@playwright/test'

/** A console line that the browser writes for every answer above 399. */
const REFUSED = /^Failed to load resource: the server responded with a status of (\d+)/

/**
 * What must not happen on any page: errors in the console, exceptions, violations of the content
 * security policy, requests to other hosts, failures of the server. A test says beforehand which
 * refusals it provokes.
 */
export class Journal {
  readonly findings: string[] = []
  // Asking for the session is how the client learns that nobody is signed in.
  private readonly expected = [/ 401 .*\/api\/v1\/accounts\/session$/]

  constructor(private readonly origin: string) {}

  /** Refusals and breaks that the test provokes itself. */
  expect(...patterns: RegExp[]) {
    this.expected.push(...patterns)
  }

  async watch(context: BrowserContext) {
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`)
      })
    })
    context.on('page', (page) => this.watchPage(page))
    context.on('request', (request) => this.onRequest(request))
    context.on('requestfailed', (request) => this.onFailure(request))
    context.on('response', (response) => this.onResponse(response))
  }

  private watchPage(page: Page) {
    page.on('console', (message) => this.onConsole(message))
    page.on('pageerror', (error) => this.note(`exception: ${error.message}`))
  }

  private onConsole(message: ConsoleMessage) {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    // Told with its method and address by onResponse.
    if (REFUSED.test(message.text())) return
    this.note(`console: ${message.text()}`)
  }

  private onRequest(request: Request) {
    const url = request.url()
    if (!url.startsWith(`${this.origin}/`) && !/^(data|blob):/.test(url))
      this.note(`another host: ${url}`)
  }

  private onFailure(request: Request) {
    const why = request.failure()?.errorText ?? ''
    // A page that was left takes its requests back; a download is no page.
    if (why !== 'net::ERR_ABORTED') this.note(`no answer: ${why} ${request.url()}`)
  }

  private onResponse(response: Response) {
    const request = response.request()
    if (response.status() >= 400)
      this.note(`refusal: ${response.status()} ${request.method()} ${response.url()}`)
    if (request.resourceType() === 'document') this.checkPolicy(response)
  }

  private checkPolicy(response: Response) {
    const policy = response.headers()['content-security-policy'] ?? ''
    if (!policy.includes("default-src 'self'")) this.note(`no policy: ${response.url()}`)
    if (/unsafe-|\*|https?:/.test(policy)) this.note(`wide policy: ${policy}`)
  }

  private note(finding: string) {
    if (!this.expected.some((pattern) => pattern.test(finding))) this.findings.push(finding)
  }
}
