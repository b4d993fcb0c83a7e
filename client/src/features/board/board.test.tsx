import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { PAIR_ID } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, ORGANIZATION_ID, TODAY, memberWith, server } from '~/testing/server'

describe('the board', () => {
  it('shows the most urgent first and opens what it is about', async () => {
    memberWith(['board.view'])
    const entry = (title: string, id = PAIR_ID) => ({
      id,
      title,
      detail: null,
      date: null,
      target: 'pair' as const,
    })
    server.use(
      http.get(`${O}/board`, () =>
        HttpResponse.json({
          today: TODAY,
          items: [
            { kind: 'x', severity: 'info', count: 1, entries: [entry('К сведению: пара')] },
            { kind: 'y', severity: 'overdue', count: 3, entries: [entry('Просрочено: пара')] },
          ],
        }),
      ),
    )
    openSchoolPage('board')
    const links = await screen.findAllByRole('link', { name: /: пара$/ })
    expect(links.map((link) => link.textContent)).toEqual(['Просрочено: пара', 'К сведению: пара'])
    expect(links[0]).toHaveAttribute('href', `/o/${ORGANIZATION_ID}/pairs/${PAIR_ID}`)
    expect(screen.getByText('и ещё 2')).toBeVisible()
  })

  it('says that all is well when nothing asks for attention', async () => {
    memberWith(['board.view'])
    server.use(http.get(`${O}/board`, () => HttpResponse.json({ today: TODAY, items: [] })))
    openSchoolPage('board')
    expect(await screen.findByText('Всё в порядке')).toBeVisible()
  })
})
