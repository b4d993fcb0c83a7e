import { expect, test } from '../harness/test'
import { signIn } from '../pages/account'
import { arrive } from '../pages/page'

test('a curator signs in and sees what needs attention', async ({ doors }) => {
  const page = await doors.visitor()
  await page.goto('/')
  await signIn(page, 's3.curator')
  await arrive(page, 'Сегодня')
  await expect(page.getByText('сегодня здесь')).toBeVisible()
})
