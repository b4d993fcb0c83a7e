import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer, Body } from '~/platform/api/types'
import { PAIR_ID, PROGRAM_ID, aPair, aReference } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, listOf, memberWith, problem, server } from '~/testing/server'
import { aProgram } from '~/testing/workFixtures'

const show = (program = aProgram()) =>
  server.use(http.get(`${O}/programs/${PROGRAM_ID}`, () => HttpResponse.json(program)))

beforeEach(() => {
  memberWith(['programs.view', 'programs.draft', 'programs.edit'])
  server.use(http.get(`${O}/reference`, () => HttpResponse.json(aReference())))
})

describe('programs', () => {
  it('are listed with their progress', async () => {
    server.use(
      http.get(`${O}/programs`, () =>
        listOf([
          {
            id: PROGRAM_ID,
            pairId: PAIR_ID,
            state: 'active',
            mentorName: 'Соловьёва В. А.',
            menteeName: 'Клюев Е.',
            formCodes: [],
            kindCodes: [],
            startsOn: '2026-04-15',
            endsOn: '2027-01-15',
            done: 3,
            planned: 12,
            overdue: 1,
          },
        ]),
      ),
    )
    openSchoolPage('programs')
    expect(await screen.findByRole('link', { name: 'Соловьёва В. А. — Клюев Е.' })).toBeVisible()
    expect(screen.getByText('3 из 12')).toBeVisible()
  })

  it('are drafted for a pair with activities by directions; a refused one is marked', async () => {
    const bodies: { activities: unknown[] }[] = []
    show()
    server.use(
      http.get(`${O}/pairs/${PAIR_ID}`, () => HttpResponse.json(aPair({ state: 'active' }))),
      http.post(`${O}/programs`, async ({ request }) => {
        bodies.push((await request.json()) as { activities: unknown[] })
        return bodies.length === 1
          ? problem(400, 'request.invalid', {
              errors: [
                { pointer: '/activities/0/title', code: 'validation.too_long', message: '' },
              ],
            })
          : HttpResponse.json({ id: PROGRAM_ID, version: 1, state: 'draft', edition: 1 })
      }),
    )
    const { user, address } = openSchoolPage(`programs/new?pairId=${PAIR_ID}`)
    const legal = await screen.findByRole('group', { name: 'Нормативное правовое' })
    await user.click(within(legal).getByRole('button', { name: 'Добавить мероприятие' }))
    await user.type(within(legal).getByLabelText(/^Мероприятие/), 'Изучить положение')
    await user.type(screen.getByLabelText('Цели и задачи'), 'Освоиться в школе')
    await user.click(screen.getByRole('button', { name: 'Сохранить черновик' }))
    expect(await within(legal).findByText('Заполните это поле.')).toBeVisible()
    await user.type(within(legal).getByLabelText(/^Срок/), '20.05.2026')
    await user.click(screen.getByRole('button', { name: 'Сохранить черновик' }))
    expect(await within(legal).findByText('Слишком длинно.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Сохранить черновик' }))
    await waitFor(() => expect(address()).toContain(`/programs/${PROGRAM_ID}`))
    expect(bodies[1]).toMatchObject({
      pairId: PAIR_ID,
      formCodes: ['teacher-teacher'],
      startsOn: '2026-04-15',
      endsOn: '2027-01-15',
      rationale: { goals: 'Освоиться в школе' },
      activities: [{ direction: 'legal', title: 'Изучить положение', plannedOn: '2026-05-20' }],
    })
  })

  it('name their forms, and show no code while the names are on their way', async () => {
    show(aProgram())
    let arrive = () => {}
    const held = new Promise<void>((resolve) => (arrive = resolve))
    server.use(
      http.get(`${O}/reference`, async () => {
        await held
        return HttpResponse.json(aReference())
      }),
    )
    openSchoolPage(`programs/${PROGRAM_ID}`)
    expect(await screen.findByText('Формы')).toBeVisible()
    expect(screen.queryByText('teacher-teacher')).toBeNull()
    arrive()
    expect(await screen.findByText('Учитель – учитель')).toBeVisible()
  })

  it('are agreed to by the version that was read', async () => {
    show(aProgram({ allowed: ['agreeToProgram'] }))
    let match: string | null = null
    server.use(
      http.post(`${O}/programs/${PROGRAM_ID}/agreement`, ({ request }) => {
        match = request.headers.get('If-Match')
        return HttpResponse.json({})
      }),
    )
    const { user } = openSchoolPage(`programs/${PROGRAM_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Согласовать' }))
    expect(await screen.findByText('Программа согласована вами')).toBeVisible()
    expect(match).toBe('"7"')
  })

  it('say what is missing when they cannot be agreed to', async () => {
    show(aProgram({ allowed: ['agreeToProgram'] }))
    server.use(
      http.post(`${O}/programs/${PROGRAM_ID}/agreement`, () =>
        problem(409, 'program.incomplete', { params: { missing: ['goals', 'meetingSchedule'] } }),
      ),
    )
    const { user } = openSchoolPage(`programs/${PROGRAM_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Согласовать' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Режим встреч')
  })

  it('record that an activity is done', async () => {
    const [activity] = aProgram().activities
    show(
      aProgram({
        state: 'active',
        activities: [{ ...activity!, allowed: ['completeActivity'] }],
      }),
    )
    let body: unknown
    server.use(
      http.post(`${O}/programs/${PROGRAM_ID}/activities/:id/completion`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json({})
      }),
    )
    const { user } = openSchoolPage(`programs/${PROGRAM_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Отметить выполнение' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText('Результат'), 'Урок проведён')
    await user.click(within(dialog).getByRole('button', { name: 'Записать' }))
    expect(await screen.findByText('Выполнение записано')).toBeVisible()
    expect(body).toEqual({ completedOn: '2026-04-15', result: 'Урок проведён', comment: null })
  })

  it('are amended while they run: the rest of the plan, with a reason', async () => {
    memberWith(['programs.view', 'programs.changeTerm'])
    const [planned] = aProgram().activities
    const done = { ...planned!, id: 'done', title: 'Знакомство', status: 'done' } as const
    show(aProgram({ state: 'active', activities: [done, planned!], allowed: ['amendProgram'] }))
    let sent: { match: string | null; body: unknown } | undefined
    server.use(
      http.post(`${O}/programs/${PROGRAM_ID}/amendments`, async ({ request }) => {
        const { reason, ...amendment } = (await request.json()) as Body<'amendProgram'>
        sent = { match: request.headers.get('If-Match'), body: { reason, ...amendment } }
        const change: Answer<'getProgram'>['changes'][number] = {
          id: 'change',
          kind: 'amendment',
          state: 'proposed',
          edition: 3,
          reason,
          proposedOn: '2026-04-15',
          proposedBy: 'mentor',
          endsOnBefore: '2027-01-15',
          endsOnAfter: null,
          amendment,
          acceptedBy: [],
        }
        show(aProgram({ state: 'active', changes: [change] }))
        return HttpResponse.json({}, { status: 201 })
      }),
    )
    const { user } = openSchoolPage(`programs/${PROGRAM_ID}`)
    await user.click(await screen.findByRole('link', { name: 'Изменить план' }))
    const title = await screen.findByLabelText(/^Мероприятие/)
    expect(title).toHaveValue('Открытый урок')
    await user.click(screen.getByRole('button', { name: 'Предложить' }))
    expect(await screen.findByText('Заполните это поле.')).toBeVisible()
    expect(sent).toBeUndefined()
    await user.clear(title)
    await user.type(title, 'Онлайн-урок')
    await user.type(screen.getByLabelText(/^Почему/), 'Другой корпус')
    await user.click(screen.getByRole('button', { name: 'Предложить' }))
    const plan = await screen.findByRole('list', { name: 'Предложенный план' })
    expect(plan).toHaveTextContent('Онлайн-урок, 20.05.2026')
    expect(screen.getByText(/Другой корпус/)).toBeVisible()
    expect(sent).toEqual({
      match: '"7"',
      body: {
        formCodes: ['teacher-teacher'],
        kindCodes: ['traditional'],
        deliveryMode: 'inPerson',
        activities: [
          {
            id: planned!.id,
            direction: 'methodical',
            title: 'Онлайн-урок',
            plannedOn: '2026-05-20',
            mode: 'inPerson',
            expectedResult: 'Самоанализ урока',
            responsible: 'mentee',
          },
        ],
        reason: 'Другой корпус',
      },
    })
  })

  it('keep what was in force before a change to be read', async () => {
    const edition = {
      edition: 1,
      sealedOn: '2026-02-01',
      sha256: 'ab',
      basis: 'individual',
      formCodes: [],
      kindCodes: [],
      deliveryMode: 'inPerson',
      startsOn: '2026-02-01',
      endsOn: '2026-08-31',
      rationale: { goals: 'Освоить групповую работу' },
      activities: [
        {
          direction: 'methodical',
          title: 'Показательный урок',
          plannedOn: '2026-03-02',
          mode: 'inPerson',
          expectedResult: 'Самоанализ',
          responsible: 'mentor',
        },
      ],
    }
    server.use(
      http.get(`${O}/programs/${PROGRAM_ID}/editions`, () =>
        HttpResponse.json({ items: [{ ...edition, edition: 2, sealedOn: '2026-04-10' }, edition] }),
      ),
    )
    const change: Answer<'getProgram'>['changes'][number] = {
      id: '0190a000-0000-7000-8000-0000000000c9',
      kind: 'amendment',
      state: 'inForce',
      edition: 2,
      reason: 'Другой корпус',
      proposedOn: '2026-04-09',
      proposedBy: 'mentor',
      endsOnBefore: '2026-08-31',
      endsOnAfter: null,
      amendment: null,
      inForceOn: '2026-04-10',
      acceptedBy: [],
    }
    show(aProgram({ state: 'active', approvedOn: '2026-02-01', edition: 2, changes: [change] }))
    const { user } = openSchoolPage(`programs/${PROGRAM_ID}`)
    await user.click(
      await screen.findByRole('button', {
        name: 'Редакция 1, действовала с 01.02.2026 по 10.04.2026',
      }),
    )
    expect(await screen.findAllByText('Освоить групповую работу')).not.toHaveLength(0)
    expect(screen.getAllByText(/Показательный урок, 02.03.2026/)).not.toHaveLength(0)
  })

  it('offer no amendment to whom the server does not allow it', async () => {
    show(aProgram({ state: 'active', allowed: ['changeProgramTerm'] }))
    openSchoolPage(`programs/${PROGRAM_ID}`)
    expect(await screen.findByRole('button', { name: 'Изменить срок' })).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Изменить план' })).not.toBeInTheDocument()
  })
})
