import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export const PHONE = { width: 375, height: 812 }

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The machine's own browser, or the one named in CHROMIUM_PATH; none is ever downloaded. */
export function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(
    existsSync,
  )
  if (!found) throw new Error('No Chromium was found. Install it, or name one in CHROMIUM_PATH.')
  return found
}
