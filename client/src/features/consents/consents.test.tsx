import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  MENTEE_ID,
  MENTEE_PERSON,
  PARENT_PERSON,
  aConsent,
  aMentee,
  aReference,
} from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, listOf, memberWith, problem, server } from '~/testing/server'

beforeEach(() => {
  memberWith(['mentees.view', 'consents.view', 'consents.record'])
  server.use(http.get(`${O}/reference`, () => HttpResponse.json(aReference())))
})

describe('consents', () => {
  it('of a minor are recorded with the representative’s signature', async () => {
    let body: unknown
    server.use(
      http.get(`${O}/mentees/${MENTEE_ID}`, () => HttpResponse.json(aMentee())),
      http.get(`${O}/consents`, () => listOf([])),
      http.post(`${O}/consents`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json({}, { status: 201 })
      }),
    )
    const { user } = openSchoolPage(`mentees/${MENTEE_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Записать согласие' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText(/Редакция текста/), '2025-09')
    expect(within(dialog).getByRole('combobox', { name: /законный представитель/ })).toHaveValue(
      'Клюева Марина Олеговна',
    )
    // Typed as people write it: the 1st of December, not the 12th of January.
    await user.clear(within(dialog).getByLabelText(/Действует до/))
    await user.type(within(dialog).getByLabelText(/Действует до/), '01.12.2026')
    await user.click(within(dialog).getByRole('button', { name: 'Записать' }))
    expect(await screen.findByText('Согласие записано')).toBeVisible()
    expect(body).toMatchObject({
      personId: MENTEE_PERSON,
      textVersion: '2025-09',
      givenOn: '2026-04-15',
      validUntil: '2026-12-01',
      subjectSigned: true,
      representativePersonId: PARENT_PERSON,
    })
  })

  it('are withdrawn with a date and a reason, and a refusal is said in the dialog', async () => {
    const bodies: unknown[] = []
    server.use(
      http.get(`${O}/consents`, () => listOf([aConsent({ allowed: ['withdrawConsent'] })])),
      http.post(`${O}/consents/:id/withdrawal`, async ({ request }) => {
        bodies.push(await request.json())
        return bodies.length === 1 ? problem(409, 'http.409') : HttpResponse.json({})
      }),
    )
    const { user } = openSchoolPage('consents')
    await user.click(await screen.findByRole('button', { name: 'Записать отзыв' }))
    const dialog = await screen.findByRole('dialog')
    const reason = within(dialog).getByLabelText(/Основание/)
    await user.type(reason, 'Заявление от 15.04.2026')
    await user.click(within(dialog).getByRole('button', { name: 'Записать отзыв' }))
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('сейчас невозможно')
    expect(reason).toHaveValue('Заявление от 15.04.2026')
    await user.click(within(dialog).getByRole('button', { name: 'Записать отзыв' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bodies[1]).toEqual({ withdrawnOn: '2026-04-15', reason: 'Заявление от 15.04.2026' })
  })
})
