// Reads a municipality's figures. Prints how many organizations there are, and their active pairs.
//   MENTORING_URL=https://… MENTORING_KEY=mp_… MENTORING_MUNICIPALITY=… node figures.ts
// Node 22.18 and newer run it as it is; for older ones compile it first. It needs no package.

interface Page<T> {
  items: T[]
  nextCursor: string | null
}

const { MENTORING_URL, MENTORING_KEY, MENTORING_MUNICIPALITY } = process.env
const base = `${MENTORING_URL}/api/v1/municipalities/${MENTORING_MUNICIPALITY}`

/** Asks once more where the answer is "later": 429 above the limit, 503 while the database is away. */
async function ask<T>(path: string, tries = 5): Promise<T> {
  const answer = await fetch(base + path, {
    headers: { Authorization: `Bearer ${MENTORING_KEY}` },
  })
  if (answer.ok) return (await answer.json()) as T
  const later = answer.status === 429 || answer.status === 503
  if (!later || tries <= 1) throw new Error(`${answer.status} ${await answer.text()}`)
  const seconds = Number(answer.headers.get('Retry-After') ?? 1)
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  return ask(path, tries - 1)
}

/** A list comes page by page: nextCursor of one answer asks for what follows it. */
async function* everything<T>(path: string): AsyncGenerator<T> {
  let cursor: string | null = null
  do {
    const after: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page: Page<T> = await ask<Page<T>>(`${path}?limit=2${after}`)
    yield* page.items
    cursor = page.nextCursor
  } while (cursor)
}

let organizations = 0
for await (const _ of everything<{ shortName: string }>('/organizations')) organizations++
const { totals } = await ask<{ totals: { activePairs: number } }>('/dashboard')

console.log(`organizations ${organizations}`)
console.log(`activePairs ${totals.activePairs}`)

export {}
