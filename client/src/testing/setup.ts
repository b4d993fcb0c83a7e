import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest'
import { antiforgery, pageOwner, sessionExpired, stranger } from '~/platform/session/expiry'
import { activateLocale } from '~/platform/texts/i18n'
import { server } from './server'

configure({ asyncUtilTimeout: 10_000 })

// What the kit needs and jsdom lacks.
window.matchMedia = (query: string) =>
  ({
    // Animations are asked not to run.
    matches: query.includes('prefers-reduced-motion'),
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
    dispatchEvent: () => false,
  }) as MediaQueryList
window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.defineProperty(document, 'fonts', { value: new EventTarget() })
window.scrollTo = () => {}
window.HTMLElement.prototype.scrollIntoView = () => {}
vi.stubGlobal('print', () => {})

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(async () => {
  localStorage.clear()
  sessionExpired.set(false)
  antiforgery.set(undefined)
  pageOwner.set(undefined)
  stranger.set(null)
  await activateLocale('ru')
})
afterEach(() => {
  cleanup()
  server.resetHandlers()
})
afterAll(() => server.close())
