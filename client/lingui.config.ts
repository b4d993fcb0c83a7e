import { defineConfig } from '@lingui/cli'

export default defineConfig({
  sourceLocale: 'ru',
  locales: ['ru', 'en'],
  catalogs: [{ path: '<rootDir>/src/locales/{locale}', include: ['src'] }],
  // Line numbers would change the catalogs with every edit of a page.
  formatOptions: { lineNumbers: false },
})
