import { defineConfig } from '@playwright/test'
import { PHONE, chromiumPath } from './harness/browser'

export default defineConfig({
  testDir: 'specs',
  globalSetup: './harness/product',
  // Two cores are the norm for this project's machines: one for the browsers, one for the product.
  workers: 2,
  // A test that passes only when repeated has failed.
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  outputDir: 'test-results',
  use: {
    baseURL: process.env.MENTORING_URL,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // What moves is asked to stand still, so that nothing is looked at halfway.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      use: { viewport: PHONE, hasTouch: true },
      // No browser is in them.
      testIgnore: /apiExamples/,
    },
  ],
})
