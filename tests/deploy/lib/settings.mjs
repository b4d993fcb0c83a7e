// Which settings and commands the product really has, read from its source: a manifest may name no other.

import { readFileSync } from 'node:fs'
import { inRepository, trackedFiles } from './places.mjs'

const source = trackedFiles()
  .filter((file) => file.startsWith('src/') && file.endsWith('.cs'))
  .map((file) => readFileSync(inRepository(file), 'utf8'))
  .join('\n')

/** Settings of the frameworks below; each is documented there and read by no line of ours. */
const FRAMEWORK = new Set([
  'ASPNETCORE_HTTP_PORTS',
  'ASPNETCORE_FORWARDEDHEADERS_ENABLED',
  'DOTNET_EnableDiagnostics',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_PROTOCOL',
  'OTEL_EXPORTER_OTLP_HEADERS',
  'OTEL_RESOURCE_ATTRIBUTES',
  'OTEL_SERVICE_NAME',
])

/** Whether an environment variable means something to the product. */
export function isSetting(name) {
  if (FRAMEWORK.has(name)) return true
  const [section, key] = name.split('__')
  if (section === 'ConnectionStrings') {
    return source.includes(`Read("${key}")`) || source.includes(`GetConnectionString("${key}")`)
  }
  if (key === undefined) return false
  if (source.includes(`"${section}:${key}"`)) return true
  // A section is read by the names of its keys, or into a record of options.
  const isRead = source.includes(`"${key}"`) || new RegExp(`public \\w+ ${key} \\{ get; init; \\}`).test(source)
  return source.includes(`GetSection("${section}")`) && isRead
}

/** Whether the first argument of a container is a workload. */
export const isCommand = (word) => new RegExp(`case "${word}"`).test(source)

/** Whether an option such as `--client` is read. */
export const isOption = (word) => source.includes(`["${word.replace(/^--/, '')}"]`)
