import { type Browser, type Page, expect, test as base } from '@playwright/test'
import { Api, DEMO_PASSWORD } from './api'
import { Journal } from './journal'
import type { Staff } from './people'

export { expect }

type Options = Parameters<Browser['newContext']>[0]

interface Doors {
  /** A browser of one's own, already signed in, with the first page not yet opened. */
  as: (login: string, password?: string, options?: Options) => Promise<Page>
  /** A browser of one's own in which nobody is signed in. */
  visitor: () => Promise<Page>
  /** A person at the API. */
  api: (login: string, password?: string) => Promise<Api>
}

interface Fixtures {
  journal: Journal
  /** Those who run the mentoring of school no. 3, at the API. */
  staff: Staff
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
      as: async (login, password, options) => {
        const person = await api(login, password)
        return open({ ...options, storageState: await person.storageState() })
      },
    })
    for (const door of leave) await door()
  },
  staff: async ({ doors }, use) => {
    await use({ curator: await doors.api('s3.curator'), head: await doors.api('s3.head') })
  },
})
