import { OWN_PASSWORD, consent, enter, letIn, mentorBody, newName, admit } from '../harness/people'
import { expect, test } from '../harness/test'
import { recordConsent } from '../pages/bank'
import { button, choose, dialog, field, fillPerson } from '../pages/forms'
import { arrive, inspect, openSection, told } from '../pages/page'
import { agree, findPair, missing, proposePair, titleOf } from '../pages/pairs'

test(
  'a child under 14: the parent signs the consent and agrees to the pair',
  { tag: ['@C-15', '@S0-30', '@S0-87'] },
  async ({ doors, staff }) => {
    const mentorName = newName()
    const mentor = await enter(staff, 'mentors', mentorName, mentorBody(mentorName))
    await admit(staff, 'mentors', mentor)
    const [child, parent] = [newName(), newName()]
    const curator = await doors.as('s3.curator')
    await curator.goto('/')

    // Without a representative a child is not entered.
    await openSection(curator, 'Наставляемые')
    await curator.getByRole('link', { name: 'Добавить наставляемого' }).click()
    await arrive(curator, 'Новый наставляемый')
    await fillPerson(curator, child, '09.12.2013')
    await choose(curator, 'Категория', 'Обучающийся')
    await field(curator, 'Класс').fill('6Б')
    await button(curator, 'Добавить запрос').click()
    await choose(curator, 'Тема', 'Пробелы по предмету', 'Пробелы')
    const stands = curator.getByRole('checkbox', { name: 'Записать законного представителя' })
    await expect(stands).toBeChecked()
    const parents = curator.getByRole('group', { name: 'Законный представитель' })
    await fillPerson(parents, parent, '05.06.1985')
    await choose(parents, 'Кем приходится', 'Родитель')
    await inspect(curator)
    await button(curator, 'Добавить').click()
    await arrive(curator, child.full)
    const card = new URL(curator.url()).pathname
    await expect(curator.getByText('09.12.2013 (несовершеннолетний)')).toBeVisible()

    // Under 14 the paper is the parent's.
    await button(curator, 'Записать согласие').click()
    const paper = await dialog(curator, 'Согласие на обработку персональных данных')
    await field(paper, 'Редакция текста согласия').fill('2025-09')
    await paper.getByRole('checkbox', { name: 'Подписал сам человек' }).uncheck()
    await expect(
      paper.getByRole('combobox', { name: 'Подписал законный представитель' }),
    ).toHaveValue(parent.full)
    await button(paper, 'Записать').click()
    await told(curator, 'Согласие записано')
    await expect(
      curator.getByText(`Подписал законный представитель (${parent.full})`),
    ).toBeVisible()

    const head = await doors.as('s3.head')
    await head.goto(card)
    await arrive(head, child.full)
    await button(head, 'Принять в базу').click()
    await told(head, 'Наставляемый принят в базу')

    // The parent comes in by a sheet of one's own and agrees for the child.
    const line = curator.getByRole('listitem').filter({ hasText: parent.full })
    await button(line, 'Пригласить').click()
    await expect(await dialog(curator, 'Приглашение')).toContainText(parent.full)
    await button(curator, 'Готово').click()
    const two = {
      mentor,
      mentee: { name: child, id: card.split('/').at(-1)!, personId: '', login: '' },
    }
    await proposePair(curator, two, 'учитель – ученик')
    await expect(missing(curator)).toContainText(`участие в паре: ${child.full}`)
    const { legalRepresentatives } = await staff.curator.get<{
      legalRepresentatives: { personId: string }[]
    }>(`mentees/${two.mentee.id}`)
    const login = await letIn(staff.curator, legalRepresentatives[0]!.personId)
    const atHome = await doors.as(login, OWN_PASSWORD)
    await findPair(atHome, two)
    await agree(atHome)
    await expect(button(atHome, 'Согласиться')).toBeHidden()
    await curator.reload()
    await arrive(curator, titleOf(two))
    await expect(missing(curator)).not.toContainText(`участие в паре: ${child.full}`)
  },
)

test('the birthday decides who signs', { tag: ['@C-15'] }, async ({ doors, staff }) => {
  const [teenager, parent] = [newName(), newName()]
  const mentee = await enter(staff, 'mentees', teenager, {
    person: {
      familyName: teenager.family,
      givenName: teenager.given,
      patronymic: teenager.patronymic,
      birthDate: '2010-05-20',
    },
    categoryCode: 'student',
    schoolClass: '9А',
    requests: [{ topicCode: 'projectPreparation', text: null }],
    legalRepresentative: {
      person: {
        familyName: parent.family,
        givenName: parent.given,
        patronymic: parent.patronymic,
        birthDate: '1984-01-30',
      },
      relation: 'parent',
    },
  })
  // From 14 to 17 one signature of the two is not enough.
  await consent(staff.curator, mentee.personId)
  const head = await doors.as('s3.head')
  await head.goto(`/o/${staff.head.home.tenantId}/mentees/${mentee.id}`)
  await arrive(head, teenager.full)
  await expect(button(head, 'Принять в базу')).toBeDisabled()

  const curator = await doors.as('s3.curator')
  await curator.goto(new URL(head.url()).pathname)
  await arrive(curator, teenager.full)
  // The dialog offers both.
  await recordConsent(curator)
  await expect(
    curator.getByText(`Подписали сам человек и законный представитель (${parent.full})`),
  ).toBeVisible()
  await head.reload()
  await arrive(head, teenager.full)
  await expect(button(head, 'Принять в базу')).toBeEnabled()
})
