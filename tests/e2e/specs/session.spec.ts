import { DEMO_PASSWORD } from '../harness/api'
import { OWN_PASSWORD, activePair, newName } from '../harness/people'
import { expect, test } from '../harness/test'
import { signIn } from '../pages/account'
import { button, dialog, field, fillPerson } from '../pages/forms'
import { arrive, inspect, told } from '../pages/page'
import { openPair, titleOf } from '../pages/pairs'

test('an expired session keeps what was typed and sends it afterwards', async ({
  doors,
  journal,
}) => {
  journal.expect(/ 401 .*\/mentors$/)
  const curator = await doors.visitor()
  await curator.goto('/')
  await signIn(curator, 's3.curator')
  await arrive(curator, 'Сегодня')
  await curator.goto(`${new URL(curator.url()).pathname.replace(/board$/, '')}mentors/new`)
  await arrive(curator, 'Новый наставник')
  const name = newName()
  await fillPerson(curator, name, '02.03.1979')
  await field(curator, 'Должность').fill('Учитель')
  await curator.context().clearCookies()

  await button(curator, 'Добавить').click()
  const again = await dialog(curator, 'Сеанс закончился')
  await inspect(curator)
  await expect(field(again, 'Логин')).toHaveValue('s3.curator')
  await field(again, 'Пароль').fill(DEMO_PASSWORD)
  await button(again, 'Войти').click()
  await told(curator, 'Наставник добавлен')
  await arrive(curator, name.full)
})

test(
  'without a network the page says so, and the meeting is sent when it is back',
  { tag: ['@C-69'] },
  async ({ doors, staff, journal }) => {
    journal.expect(/ERR_INTERNET_DISCONNECTED/)
    const pair = await activePair(staff)
    const mentor = await doors.as(pair.mentor.login, OWN_PASSWORD)
    await mentor.goto('/')
    await arrive(mentor, 'Сегодня')
    await openPair(mentor, pair)
    await mentor.getByRole('link', { name: 'Записать встречу' }).click()
    await arrive(mentor, 'Записать встречу')
    await field(mentor, 'Что получилось').fill('Обсудили план урока')
    await mentor.context().setOffline(true)
    await expect(mentor.getByText('Нет подключения к интернету')).toBeVisible()
    await button(mentor, 'Записать').click()
    await expect(
      mentor.getByText('Сервер временно не отвечает. Введённое сохранено.'),
    ).toBeVisible()
    await expect(field(mentor, 'Что получилось')).toHaveValue('Обсудили план урока')
    await inspect(mentor)
    await mentor.context().setOffline(false)
    await expect(mentor.getByText('Нет подключения к интернету')).toBeHidden()
    await arrive(mentor, titleOf(pair))
    await expect(mentor.getByText('Обсудили план урока')).toHaveCount(1)
  },
)

test('signing out ends the session everywhere at once', async ({ doors }) => {
  const person = await doors.visitor()
  await person.goto('/')
  await signIn(person, 's3.mo')
  await arrive(person, 'Сегодня')
  const other = await person.context().newPage()
  await other.goto('/')
  await arrive(other, 'Сегодня')
  await person.getByRole('button', { name: 'Учётная запись: Чумак Раиса Антоновна' }).click()
  await person.getByRole('menuitem', { name: 'Выйти' }).click()
  await arrive(person, 'Вход')
  await other.reload()
  await arrive(other, 'Вход')
})

test('a tab sends nothing in the name of who has signed in in another', async ({
  doors,
  journal,
}) => {
  journal.expect(/ 400 .*\/mentors$/)
  const tab = await doors.visitor()
  await tab.goto('/')
  await signIn(tab, 'l7.curator')
  await arrive(tab, 'Сегодня')
  await tab.goto(`${new URL(tab.url()).pathname.replace(/board$/, '')}mentors/new`)
  await arrive(tab, 'Новый наставник')
  const name = newName()
  await fillPerson(tab, name, '02.03.1979')
  await field(tab, 'Должность').fill('Учитель')

  const other = await tab.context().newPage()
  await other.goto('/')
  await arrive(other, 'Сегодня')
  await other.getByRole('button', { name: /^Учётная запись: Тимашева/ }).click()
  await other.getByRole('menuitem', { name: 'Выйти' }).click()
  await signIn(other, 'l7.curator2')
  const search = `${new URL(tab.url()).pathname.replace(/\/new$/, '')}?q=${name.family}`

  await button(tab, 'Добавить').click()
  const warning = await dialog(tab, 'В этом браузере вошёл другой человек')
  await inspect(tab)
  await button(warning, 'Остаться на странице').click()
  await expect(field(tab, 'Фамилия')).toHaveValue(name.family)
  await expect(tab.getByRole('button', { name: /^Учётная запись: Тимашева/ })).toBeVisible()
  await other.goto(search)
  await arrive(other, 'Наставники')
  await expect(other.getByText('Никого не найдено')).toBeVisible()
})

test('a wrong password is refused without a word about the login', async ({ doors, journal }) => {
  journal.expect(/ 401 POST .*\/accounts\/sign-in$/)
  const visitor = await doors.visitor()
  await visitor.goto('/')
  await arrive(visitor, 'Вход')
  const answers: string[] = []
  for (const login of ['s3.vr', `nobody-${newName().family}`]) {
    await field(visitor, 'Логин').fill(login)
    await field(visitor, 'Пароль').fill('не тот пароль')
    const answered = visitor.waitForResponse(/\/accounts\/sign-in$/)
    await button(visitor, 'Войти').click()
    await answered
    answers.push(await visitor.getByRole('alert').innerText())
    await inspect(visitor)
  }
  expect(answers[0]).toBe(answers[1])
})
