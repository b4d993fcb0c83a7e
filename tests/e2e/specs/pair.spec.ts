import { linesOf } from '../harness/docx'
import { OWN_PASSWORD, proposedPair, twoInTheBank } from '../harness/people'
import { expect, test } from '../harness/test'
import { button, dialog, field } from '../pages/forms'
import { download, draftOrder, signOrder } from '../pages/orders'
import { arrive, inspect, told } from '../pages/page'
import {
  agree,
  findPair,
  missing,
  onBoard,
  proposePair,
  recordAddendum,
  shortTitleOf,
  titleOf,
} from '../pages/pairs'

test(
  'a pair: proposed, agreed by both, ordered, read by its people, at work',
  { tag: ['@S0-7', '@S0-66', '@C-27'] },
  async ({ doors, staff }) => {
    const two = await twoInTheBank(staff)
    const { mentor, mentee } = two
    const curator = await doors.as('s3.curator')
    await curator.goto('/')
    await proposePair(curator, two)
    const address = new URL(curator.url()).pathname
    await expect(missing(curator)).toContainText(`участие в паре: ${mentor.name.full}`)

    for (const { login } of [mentor, mentee]) {
      const member = await doors.as(login, OWN_PASSWORD)
      await member.goto('/')
      await arrive(member, 'Сегодня')
      await onBoard(member, 'Вам предложена пара', shortTitleOf(two)).click()
      await arrive(member, titleOf(two))
      await agree(member)
      await inspect(member)
    }

    await draftOrder(curator, two)
    const order = new URL(curator.url()).pathname
    const sheet = curator.getByRole('region', { name: 'О закреплении наставнической пары' })
    await expect(sheet).toContainText(`наставник – ${mentor.name.full}`)
    await expect(button(curator, 'Подписать')).toBeDisabled()

    const head = await doors.as('s3.head')
    await head.goto('/')
    await arrive(head, 'Сегодня')
    await expect(head.getByRole('heading', { name: 'Приказы на подпись' })).toBeVisible()
    await head.goto(order)
    await arrive(head, 'Проект приказа')
    const number = await signOrder(head)
    await expect(
      head.getByRole('status').filter({ hasText: 'Остальным не хватает' }),
    ).toContainText(`Нет дополнительного соглашения к трудовому договору — ${mentor.name.full}`)
    const lines = await linesOf(await download(head))
    expect(lines).toContainEqual(expect.stringContaining(`№ ${number}`))
    expect(lines).toContainEqual(expect.stringContaining(mentor.name.full))
    expect(lines).toContainEqual(expect.stringContaining(mentee.name.full))
    await head.emulateMedia({ media: 'print' })
    // The sealed file is the paper; the page is none.
    await expect(head.getByRole('region', { name: 'О закреплении' })).toBeHidden()
    await expect(head.getByText('Приказ печатают из файла .docx')).toBeVisible()
    await expect(head.getByRole('link', { name: 'К содержанию' })).toBeHidden()
    await expect(head.getByRole('banner')).toBeHidden()

    const clerk = await doors.as('s3.clerk')
    await clerk.goto(order)
    await arrive(clerk, `Приказ № ${number}`)
    await expect(clerk.getByRole('heading', { name: 'Ознакомлены 0 из 2' })).toBeVisible()
    await clerk.getByRole('checkbox', { name: mentor.name.short }).check()
    await button(clerk, 'Записать').click()
    await told(clerk, 'Ознакомление записано')
    await expect(clerk.getByRole('heading', { name: 'Ознакомлены 1 из 2' })).toBeVisible()
    await inspect(clerk)

    await curator.goto(address)
    await arrive(curator, titleOf(two))
    await expect(missing(curator)).toContainText('Нет дополнительного соглашения')
    await recordAddendum(curator, '17/26')
    await expect(curator.getByText('Всё оформлено')).toBeVisible()
    await expect(curator.getByText('Дополнительное соглашение № 17/26')).toBeVisible()
    await curator.reload()
    await arrive(curator, titleOf(two))
    await expect(curator.getByText('Действует', { exact: true })).toBeVisible()
  },
)

test('a mentee declines with a reason', { tag: ['@S0-67'] }, async ({ doors, staff }) => {
  const pair = await proposedPair(staff)
  const mentee = await doors.as(pair.mentee.login, OWN_PASSWORD)
  await findPair(mentee, pair)
  await button(mentee, 'Отказаться').click()
  const refusal = await dialog(mentee, 'Отказ от участия в паре')
  await field(refusal, 'Почему').fill('Перехожу в другую школу')
  await inspect(mentee)
  await button(refusal, 'Отказаться').click()
  await told(mentee, 'Отказ записан')
  await expect(mentee.getByText('Отклонена', { exact: true })).toBeVisible()

  const curator = await doors.as('s3.curator')
  await findPair(curator, pair)
  await expect(curator.getByText(/^Отказ .*: Перехожу в другую школу$/)).toBeVisible()
  await expect(button(curator, 'Закрыть пару')).toBeHidden()
})
