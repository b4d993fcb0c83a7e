import { type Server, createServer } from 'node:http'

/**
 * Stands before the product and refuses the first request to each address as a server above its limit
 * does, so that whoever asks has to wait and ask again.
 */
export class BusyServer {
  private readonly met = new Set<string>()
  refusals = 0

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(product: string): Promise<BusyServer> {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const busy = new BusyServer(server, `http://127.0.0.1:${port}`)
    server.on('request', (request, response) => {
      const path = request.url ?? '/'
      if (!busy.met.has(path)) {
        busy.met.add(path)
        busy.refusals++
        response.writeHead(429, { 'Retry-After': '1', 'Content-Type': 'application/problem+json' })
        response.end('{"status":429,"code":"request.too_many"}')
        return
      }
      const headers = { Authorization: request.headers.authorization ?? '' }
      fetch(product + path, { headers })
        .then(async (answer) => {
          const type = answer.headers.get('Content-Type') ?? ''
          response.writeHead(answer.status, { 'Content-Type': type })
          response.end(await answer.text())
        })
        .catch((error: unknown) => response.destroy(error as Error))
    })
    return busy
  }

  /** Refuses every address once more. */
  again() {
    this.met.clear()
    this.refusals = 0
  }

  stop(): Promise<void> {
    return new Promise((done) => {
      this.server.close(() => done())
      this.server.closeAllConnections()
    })
  }
}
