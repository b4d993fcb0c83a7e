import { newName } from '../harness/people'
import { expect, test } from '../harness/test'
import { acceptInvitation, addMentee, addMentor, invite, recordConsent } from '../pages/bank'
import { button } from '../pages/forms'
import { arrive, inspect, openSection, told } from '../pages/page'

test(
  'from two names to a bank and a base, with passwords from printed sheets',
  { tag: ['@S0-31', '@S0-36', '@S0-87'] },
  async ({ doors }) => {
    const [mentor, mentee] = [newName(), newName()]
    const curator = await doors.as('s3.curator')
    const head = await doors.as('s3.head')
    await curator.goto('/')
    await arrive(curator, 'Сегодня')

    for (const { name, add, role, bank } of [
      { name: mentor, add: addMentor, role: 'Наставник', bank: 'банк' },
      { name: mentee, add: addMentee, role: 'Наставляемый', bank: 'базу' },
    ]) {
      await add(curator, name)
      const card = new URL(curator.url()).pathname
      const sheet = await invite(curator, name.full)
      await recordConsent(curator)
      await inspect(curator)
      await expect(button(curator, `Принять в ${bank}`)).toBeDisabled()

      const owner = await doors.visitor()
      await acceptInvitation(owner, sheet)
      await arrive(owner, 'Сегодня')
      await openSection(owner, 'Пары')
      await expect(owner.getByRole('heading', { name: 'Пар не найдено' })).toBeVisible()

      await head.goto(card)
      await arrive(head, name.full)
      await button(head, `Принять в ${bank}`).click()
      await told(head, `${role} принят в ${bank}`)
      await inspect(head)
      await curator.reload()
      await arrive(curator, name.full)
      await expect(curator.getByText(bank === 'банк' ? 'В банке' : 'В базе')).toBeVisible()
    }
  },
)
