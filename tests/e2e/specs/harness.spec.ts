import { expect, test } from '@playwright/test'
import { Journal } from '../harness/journal'
import { inspect } from '../pages/page'

// What never fails proves nothing: here the watch is shown what it must not let pass.

test('the journal notes what must not happen on a page', async ({ page, context, baseURL }) => {
  const journal = new Journal(new URL(baseURL!).origin)
  await journal.watch(context)
  const watched = await context.newPage()
  await watched.goto('/')
  await expect(watched.getByRole('heading', { level: 1 })).toBeVisible()
  expect(journal.findings).toEqual([])
  await watched.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.intruder = 1'
    document.body.append(script)
    await fetch('http://127.0.0.1:1/').catch(() => undefined)
    await fetch('/api/v1/no-such-operation')
    setTimeout(() => {
      throw new Error('nobody caught this')
    })
  })
  await expect
    .poll(() => journal.findings.map((finding) => finding.slice(0, 60)))
    .toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^console: policy violated: script-src/),
        expect.stringMatching(/^console: policy violated: connect-src/),
        expect.stringMatching(/^refusal: 404 GET/),
        expect.stringMatching(/^exception: nobody caught this/),
      ]),
    )
  await page.close()
})

test('a page that stands out at the side or cannot be read is refused', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await inspect(page)
  await page.evaluate(() => {
    const wide = document.body.appendChild(document.createElement('div'))
    wide.id = 'wide'
    wide.style.cssText = 'width: 3000px; height: 1px'
  })
  await expect(inspect(page)).rejects.toThrow('stand out at the side')
  await page.evaluate(() => {
    document.querySelector('#wide')!.remove()
    document.querySelector('h1')!.style.color = '#eee'
  })
  await expect(inspect(page)).rejects.toThrow('color-contrast')
  await page.evaluate(() => {
    document.querySelector('h1')!.style.color = ''
    document.title = 'Наставничество'
  })
  await expect(inspect(page)).rejects.toThrow('toHaveTitle')
})
