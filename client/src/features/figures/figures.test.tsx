import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { openAt } from '~/testing/renderApp'
import {
  API,
  MUNICIPALITY_ID,
  REGION_ID,
  aMembership,
  aSession,
  server,
  signedInAs,
} from '~/testing/server'
import { figures } from '~/testing/workFixtures'

const tenant = (id: string, name: string) => ({ id, name, shortName: name })

describe('figures', () => {
  it('of a municipality hide small counts and say why', async () => {
    signedInAs(
      aSession({
        memberships: [
          aMembership({
            tenantId: MUNICIPALITY_ID,
            tenantKind: 'municipality',
            permissions: ['figures.municipality'],
          }),
        ],
      }),
    )
    server.use(
      http.get(`${API}/municipalities/${MUNICIPALITY_ID}/dashboard`, () =>
        HttpResponse.json({
          tenant: tenant(MUNICIPALITY_ID, 'Верхнереченск'),
          schoolYear: '2025/2026',
          computedAt: '2026-04-15T09:00:00Z',
          totals: figures(),
          organizations: [
            { organizationId: 'o-1', name: 'Школа № 3', kind: 'school', figures: figures() },
          ],
        }),
      ),
    )
    openAt(`/m/${MUNICIPALITY_ID}`)
    expect(await screen.findByRole('heading', { name: 'Показатели муниципалитета' })).toBeVisible()
    const inTable = (name: string) => within(screen.getByRole('region', { name }))
    const row = inTable('Таблица показателей').getByRole('row', { name: /Школа № 3/ })
    expect(within(row).getByText('24')).toBeVisible()
    const coverage = inTable('Таблица охвата')
    expect(coverage.getByRole('columnheader', { name: /Педагоги цель 10 %/ })).toBeVisible()
    const school = coverage.getByRole('row', { name: /Школа № 3/ })
    expect(within(school).getByText('18 из 90')).toBeVisible()
    expect(within(school).getByText(/можно было бы узнать отдельных людей/)).toBeInTheDocument()
    expect(screen.getByText(/Пересчитано 15\.04\.2026, 12:00/)).toBeVisible()
  })

  it('of a region open municipality by municipality', async () => {
    signedInAs(
      aSession({
        memberships: [
          aMembership({
            tenantId: REGION_ID,
            tenantKind: 'region',
            permissions: ['figures.region'],
          }),
        ],
      }),
    )
    server.use(
      http.get(`${API}/regions/${REGION_ID}/dashboard`, () =>
        HttpResponse.json({
          tenant: tenant(REGION_ID, 'Область'),
          schoolYear: '2025/2026',
          computedAt: null,
          totals: figures(),
          municipalities: [
            { municipalityId: MUNICIPALITY_ID, name: 'Верхнереченск', figures: figures() },
          ],
        }),
      ),
      http.get(`${API}/regions/${REGION_ID}/municipalities/${MUNICIPALITY_ID}/dashboard`, () =>
        HttpResponse.json({
          tenant: tenant(MUNICIPALITY_ID, 'Верхнереченск'),
          schoolYear: '2025/2026',
          computedAt: null,
          totals: figures(),
          organizations: [],
        }),
      ),
    )
    const { user } = openAt(`/r/${REGION_ID}`)
    await user.click(await screen.findByRole('link', { name: 'Верхнереченск' }))
    expect(await screen.findByRole('heading', { name: 'Верхнереченск' })).toBeVisible()
    expect(document.activeElement).toHaveTextContent('Верхнереченск')
  })
})
