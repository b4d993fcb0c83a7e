import { activePair, decide, draftedProgram } from '../harness/people'
import { expect, test } from '../harness/test'
import { button, dialog, field } from '../pages/forms'
import { arrive, inspect, openSection, told } from '../pages/page'
import { titleOf } from '../pages/pairs'

test('a setting is changed within its bounds and says where it comes from', async ({
  doors,
  journal,
  hasTouch,
}) => {
  journal.expect(/ 400 .*\/settings\//)
  const curator = await doors.as('s3.curator')
  await curator.goto('/')
  await openSection(curator, 'Настройки')
  // Both screens run at once, each with a setting of its own.
  const name = hasTouch ? 'Исправление записи о встрече' : 'Напоминание о мероприятии'
  await button(curator, `Изменить: ${name}`).click()
  const form = await dialog(curator, name)
  await field(form, 'Дней').fill('1000')
  await button(form, 'Сохранить').click()
  await expect(field(form, 'Дней')).toHaveAttribute('aria-invalid', 'true')
  await inspect(curator)
  await field(form, 'Дней').fill('9')
  await button(form, 'Сохранить').click()
  await told(curator, 'Сохранено')
  await expect(form).toBeHidden()
  await expect(curator.getByRole('region', { name })).toContainText('9 дней')
  await expect(button(curator, 'Изменить: Кто утверждает программу')).toBeDisabled()
})

test('a school reads its own figures exactly', { tag: ['@C-53'] }, async ({ doors, staff }) => {
  await activePair(staff)
  const head = await doors.as('s3.head')
  await head.goto(`/o/${staff.head.home.tenantId}/figures`)
  await arrive(head, 'Показатели организации')
  await expect(async () => {
    await head.reload()
    await expect(head.getByRole('region', { name: 'Показатели' })).toContainText('Действующие пары')
  }).toPass()
  await inspect(head)
})

test(
  'what was written is corrected: a meeting by its author, a plan by all, an order by the head',
  { tag: ['@S0-75', '@S1-41', '@S1-43'] },
  async ({ doors, staff }) => {
    const pair = await activePair(staff)
    const { curator: api } = staff
    const { today, tenantId } = api.home
    await api.post('meetings', {
      pairId: pair.id,
      type: 'introductory',
      heldOn: today,
      minutes: 30,
      mode: 'inPerson',
      outcome: 'Познакомились',
    })
    const curator = await doors.as('s3.curator')
    await curator.goto(`/o/${tenantId}/pairs/${pair.id}`)
    await arrive(curator, titleOf(pair))
    await curator.getByRole('button', { name: /^Исправить встречу/ }).click()
    const meeting = await dialog(curator, 'Исправление встречи')
    await field(meeting, 'Минут').fill('50')
    await inspect(curator)
    await button(meeting, 'Сохранить').click()
    await told(curator, 'Встреча исправлена')

    const program = await draftedProgram(staff, pair)
    const path = `programs/${program.id}`
    for (const { personId } of [pair.mentor, pair.mentee])
      await decide(api, path, 'agreement', { personId, onPaper: { signedOn: today } })
    await decide(api, path, 'agreement')
    await decide(api, path, 'approval', { approvedOn: today })
    await curator.goto(`/o/${tenantId}/${path}/amend`)
    await arrive(curator, 'Изменение программы')
    await field(curator, 'Почему').fill('Урок перенесён')
    await button(curator, 'Предложить').click()
    await told(curator, 'Изменение предложено участникам')
    await arrive(curator, /./)
    await expect(curator.getByText('Урок перенесён').first()).toBeVisible()

    const { order } = await api.get<{ order: { id: string } }>(`pairs/${pair.id}`)
    const head = await doors.as('s3.head')
    await head.goto(`/o/${tenantId}/orders/${order.id}`)
    await arrive(head, /^Приказ № /)
    await button(head, 'Отменить приказ').click()
    const paper = await dialog(head, 'Отмена приказа')
    await field(paper, 'Почему приказ отменён').fill('Ошибка в должности наставника')
    await inspect(head)
    await button(paper, 'Отменить приказ').click()
    await told(head, 'Отмена приказа записана')
    await expect(paper).toBeHidden()
    await inspect(head)
  },
)
