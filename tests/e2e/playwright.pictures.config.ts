import { defineConfig } from '@playwright/test'
import tests from './playwright.config'

/** `npm run pictures`: takes the pictures of the README anew, in the demo region with its history. */
process.env.MENTORING_HISTORY = 'full'

export default defineConfig({
  ...tests,
  testDir: 'pictures',
  workers: 1,
  projects: [{ name: 'pictures' }],
})
