import { readFileSync } from 'node:fs'

interface Node {
  [key: string]: unknown
}

const contract = JSON.parse(readFileSync('../openapi/mentoring-platform.v1.json', 'utf8')) as {
  paths: Record<string, Record<string, { responses?: Record<string, { 'x-codes'?: string[] }> }>>
  components: { schemas: Record<string, Node> }
}

/** Every code that a problem or a broken field may bear, by the contract. */
export function codesOfContract(): Set<string> {
  const codes = new Set<string>()
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    const listed = (node as Node)['x-codes']
    if (Array.isArray(listed)) for (const code of listed) codes.add(String(code))
    for (const part of Object.values(node)) visit(part)
  }
  visit(contract)
  return codes
}

/** The fixed enumerations of the contract by the names of their schemas. */
export function enumerationsOfContract(): Map<string, string[]> {
  return new Map(
    Object.entries(contract.components.schemas).flatMap(([name, { enum: values }]) =>
      Array.isArray(values) ? [[name, values.map(String)] as const] : [],
    ),
  )
}
