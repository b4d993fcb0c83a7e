import { PHONE } from '../harness/browser'
import { OWN_PASSWORD, activePair } from '../harness/people'
import { expect, test } from '../harness/test'
import { button, choose, dialog, field } from '../pages/forms'
import { arrive, inspect, told } from '../pages/page'
import { findPair, openPair, titleOf } from '../pages/pairs'
import {
  PROGRAM,
  agreeToProgram,
  approveProgram,
  completeActivity,
  draftProgram,
  editNote,
  logMeeting,
} from '../pages/programs'

test(
  'a pair at work: meetings from a phone, a program written by both, progress, the end',
  { tag: ['@S0-58', '@S0-59', '@S0-72'] },
  async ({ doors, staff, journal }) => {
    const pair = await activePair(staff)
    const title = titleOf(pair)
    const activity = 'Взаимопосещение уроков'
    const today = staff.curator.home.today.split('-').reverse().join('.')
    const mentor = await doors.as(pair.mentor.login, OWN_PASSWORD, { viewport: PHONE })
    const mentee = await doors.as(pair.mentee.login, OWN_PASSWORD)
    const curator = await doors.as('s3.curator')

    await findPair(mentor, pair)
    // One more meeting of a day is asked about.
    journal.expect(/ 409 POST .*\/meetings$/)
    await logMeeting(mentor, 'Знакомство', 'Познакомились и договорились о четвергах', title)
    await logMeeting(mentor, 'Пробная', 'Разобрали один урок', title, { again: true })
    await logMeeting(mentor, 'Планирование', 'Наметили план', title, { again: true })

    await draftProgram(mentor, activity, today)
    const program = new URL(mentor.url()).pathname
    await mentee.goto(program)
    await arrive(mentee, PROGRAM)
    await editNote(mentee, 'Цели и задачи', 'Спокойный урок и время на вопросы')
    await mentor.reload()
    await arrive(mentor, PROGRAM)
    await expect(mentor.getByText('Спокойный урок и время на вопросы')).toBeVisible()

    await curator.goto(program)
    await arrive(curator, PROGRAM)
    await expect(button(curator, 'Утвердить')).toBeDisabled()
    for (const member of [mentor, mentee, curator]) {
      await member.reload()
      await arrive(member, PROGRAM)
      await agreeToProgram(member)
    }
    await approveProgram(curator)
    await expect(curator.getByText('Реализуется', { exact: true })).toBeVisible()

    await mentor.reload()
    await arrive(mentor, PROGRAM)
    await completeActivity(mentor, activity, 'Урок разобран вместе')
    await mentee.reload()
    await arrive(mentee, PROGRAM)
    await expect(mentee.getByText('Выполнено 1 из 1')).toBeVisible()
    await expect(mentee.getByText('Урок разобран вместе')).toBeVisible()
    await mentee.emulateMedia({ media: 'print' })
    await expect(mentee.getByText(activity)).toBeVisible()
    await expect(mentee.getByRole('navigation', { name: 'Разделы' })).toBeHidden()
    await expect(button(mentee, 'Печать')).toBeHidden()

    await openPair(curator, pair)
    await button(curator, 'Закрыть пару').click()
    const end = await dialog(curator, 'Закрыть пару')
    await choose(end, 'Основание', 'По обоюдному решению')
    await field(end, 'Пояснение').fill('Наставник переходит в другую школу')
    await inspect(curator)
    await button(end, 'Закрыть пару').click()
    await told(curator, 'Пара закрыта')
    await expect(curator.getByText('Закрыта', { exact: true }).first()).toBeVisible()
    await expect(
      curator.getByText('По обоюдному решению. Наставник переходит в другую школу'),
    ).toBeVisible()
    await inspect(curator)
  },
)
