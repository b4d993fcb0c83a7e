import { type Page, expect, test as base } from '@playwright/test'
import { Api, DEMO_PASSWORD } from './api'
import { Journal } from './journal'

export { expect }

interface Doors {
  /** A browser of one's own, already signed in, with the first page not yet opened. */
  as: (login: string, password?: string) => Promise<Page>
  /** A browser of one's own in which nobody is signed in. */
  visitor: () => Promise<Page>
  /** A person at the API. */
  api: (login: string, password?: string) => Promise<Api>
}

type Options = Parameters<import('@playwright/test').Browser['newContext']>[0]

interface Fixtures {
  journal: Journal
  doors: Doors
}

/** Every browser of a test is watched, and the test fails on what its journal holds in the end. */
export const test = base.extend<Fixtures>({
  journal: async ({ baseURL }, use) => {
    const journal = new Journal(new URL(baseURL!).origin)
    await use(journal)
    expect(journal.findings).toEqual([])
  },
  doors: async ({ browser, journal }, use) => {
    const leave: (() => Promise<void>)[] = []
    const open = async (options?: Options) => {
      const context = await browser.newContext(options)
      leave.push(() => context.close())
      await journal.watch(context)
      return context.newPage()
    }
    const api = async (login: string, password = DEMO_PASSWORD) => {
      const person = await Api.signIn(login, password)
      leave.push(() => person.close())
      return person
    }
    await use({
      api,
      visitor: () => open(),
      as: async (login, password) => {
        const person = await api(login, password)
        return open({ storageState: await person.storageState() })
      },
    })
    for (const door of leave) await door()
  },
})
