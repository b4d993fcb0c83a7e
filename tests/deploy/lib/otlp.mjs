// A collector of OpenTelemetry for tests: takes what comes by http/protobuf and tells what was in it.

import { createServer } from 'node:http'

const VARINT = 0
const FIXED64 = 1
const BYTES = 2
const FIXED32 = 5

/** The fields of a protobuf message by their numbers; what a field is, is known to whoever reads it. */
function fields(buffer) {
  const found = {}
  let at = 0
  const varint = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = buffer[at++]
      value |= BigInt(byte & 127) << shift
      if (byte < 128) return Number(value)
    }
  }
  while (at < buffer.length) {
    const tag = varint()
    const [number, type] = [tag >>> 3, tag & 7]
    let value
    if (type === VARINT) value = varint()
    else if (type === BYTES) {
      const length = varint()
      value = buffer.subarray(at, (at += length))
    } else if (type === FIXED64) value = buffer.subarray(at, (at += 8))
    else if (type === FIXED32) value = buffer.subarray(at, (at += 4))
    else throw new Error(`a field of type ${type}`)
    ;(found[number] ??= []).push(value)
  }
  return found
}

const messages = (message, number) => (message[number] ?? []).map(fields)
const text = (message, number) => message[number]?.[0]?.toString('utf8') ?? ''
const attributes = (message, number) =>
  Object.fromEntries(
    messages(message, number).map((pair) => {
      const [value] = messages(pair, 2)
      return [text(pair, 1), value?.[1] ? text(value, 1) : (value?.[3]?.[0] ?? value?.[2]?.[0])]
    }),
  )

/** Every metric with its unit, its kind and the names of its attributes. */
const metricsOf = (body) =>
  messages(fields(body), 1)
    .flatMap((resource) => messages(resource, 2))
    .flatMap((scope) => messages(scope, 2))
    .map((metric) => {
      const [gauge, sum, histogram] = [5, 7, 9].map((number) => messages(metric, number)[0])
      const points = messages(gauge ?? sum ?? histogram ?? {}, 1)
      return {
        name: text(metric, 1),
        unit: text(metric, 3),
        kind: gauge ? 'gauge' : histogram ? 'histogram' : sum?.[3]?.[0] ? 'counter' : 'upDownCounter',
        attributes: [...new Set(points.flatMap((point) => Object.keys(attributes(point, histogram ? 9 : 7))))],
      }
    })

const spansOf = (body) =>
  messages(fields(body), 1).flatMap((resource) =>
    messages(resource, 2)
      .flatMap((scope) => messages(scope, 2))
      .map((span) => ({
        service: attributes(messages(resource, 1)[0], 1)['service.name'],
        name: text(span, 5),
        attributes: attributes(span, 9),
        events: (span[11] ?? []).length,
      })),
  )

/** Listens on a free port of this machine; `env` is what the product needs to find it. */
export async function startCollector() {
  const collector = { metrics: new Map(), spans: [], bodies: [] }
  const server = createServer((request, answer) => {
    const parts = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts)
      collector.bodies.push(body)
      if (request.url === '/v1/traces') collector.spans.push(...spansOf(body))
      if (request.url === '/v1/metrics') {
        for (const metric of metricsOf(body)) {
          const known = collector.metrics.get(metric.name)
          metric.attributes = [...new Set([...(known?.attributes ?? []), ...metric.attributes])]
          collector.metrics.set(metric.name, metric)
        }
      }
      answer.writeHead(200, { 'Content-Type': 'application/x-protobuf' }).end()
    })
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  collector.env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${server.address().port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_BSP_SCHEDULE_DELAY: '200',
    OTEL_METRIC_EXPORT_INTERVAL: '500',
  }
  collector.stop = () => new Promise((resolve) => server.close(resolve).closeAllConnections())
  return collector
}
