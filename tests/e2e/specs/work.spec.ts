import { OWN_PASSWORD, activePair, draftedProgram } from '../harness/people'
import { expect, test } from '../harness/test'
import { acceptInvitation, type Sheet, invite } from '../pages/bank'
import { signIn } from '../pages/account'
import { button, dialog, field } from '../pages/forms'
import { arrive, inspect, openSection, told } from '../pages/page'
import { findPair, missing, onBoard, openPair, shortTitleOf } from '../pages/pairs'
import { PROGRAM } from '../pages/programs'

test(
  'two write at once: the later one is told, loses nothing and decides',
  {
    tag: ['@S0-59'],
  },
  async ({ doors, staff, journal }) => {
    journal.expect(/ 412 PUT .*\/programs\//)
    const pair = await activePair(staff)
    const { id } = await draftedProgram(staff, pair)
    const address = `/o/${staff.curator.home.tenantId}/programs/${id}/edit`
    const mentor = await doors.as(pair.mentor.login, OWN_PASSWORD)
    const mentee = await doors.as(pair.mentee.login, OWN_PASSWORD)
    for (const writer of [mentor, mentee]) {
      await writer.goto(address)
      await arrive(writer, 'Правка программы')
    }
    await field(mentor, 'Цели и задачи').fill('Так видит наставник')
    await field(mentee, 'Цели и задачи').fill('Так видит наставляемый')
    await button(mentor, 'Сохранить').click()
    await arrive(mentor, PROGRAM)

    await button(mentee, 'Сохранить').click()
    await expect(button(mentee, 'Оставить мой вариант')).toBeVisible()
    await expect(field(mentee, 'Цели и задачи')).toHaveValue('Так видит наставляемый')
    await inspect(mentee)
    await button(mentee, 'Оставить мой вариант').click()
    await button(mentee, 'Сохранить').click()
    await arrive(mentee, PROGRAM)
    await expect(mentee.getByText('Так видит наставляемый')).toBeVisible()
  },
)

test(
  'a consent that is withdrawn closes the gate, and the board says so',
  {
    tag: ['@C-14', '@C-27'],
  },
  async ({ doors, staff }) => {
    const pair = await activePair(staff)
    const curator = await doors.as('s3.curator')
    await curator.goto(`/o/${staff.curator.home.tenantId}/mentees/${pair.mentee.id}`)
    await arrive(curator, pair.mentee.name.full)
    await button(curator, 'Записать отзыв').click()
    const paper = await dialog(curator, 'Отзыв согласия')
    await field(paper, 'Основание отзыва').fill('Заявление от руки')
    await inspect(curator)
    await button(paper, 'Записать отзыв').click()
    await told(curator, 'Отзыв согласия записан')
    await expect(curator.getByText('Отозвано', { exact: true })).toBeVisible()

    await openPair(curator, pair)
    await expect(missing(curator)).toContainText(
      `Отозвано согласие на обработку персональных данных: ${pair.mentee.name.full}`,
    )
    await inspect(curator)
    await openSection(curator, 'Сегодня')
    const heading = 'Действующим парам не хватает документов'
    await expect(onBoard(curator, heading, shortTitleOf(pair))).toBeVisible()
  },
)

test('a forgotten password: a new code from the curator, and the old password is void', async ({
  doors,
  staff,
  journal,
}) => {
  journal.expect(/ 401 POST .*\/accounts\/sign-in$/)
  const pair = await activePair(staff)
  const curator = await doors.as('s3.curator')
  await curator.goto(`/o/${staff.curator.home.tenantId}/mentors/${pair.mentor.id}`)
  await arrive(curator, pair.mentor.name.full)
  const sheet: Sheet = await invite(curator, pair.mentor.name.full, 'Выдать новый код')
  expect(sheet.login).toBe(pair.mentor.login)
  const password = 'восемь китов у причала'
  const mentor = await doors.visitor()
  await acceptInvitation(mentor, sheet, password)
  await findPair(mentor, pair)

  const again = await doors.visitor()
  await again.goto('/')
  await arrive(again, 'Вход')
  await field(again, 'Логин').fill(sheet.login)
  await field(again, 'Пароль').fill(OWN_PASSWORD)
  await button(again, 'Войти').click()
  await expect(again.getByRole('alert')).toBeVisible()
  await again.reload()
  await signIn(again, sheet.login, password)
  await arrive(again, 'Сегодня')
})
