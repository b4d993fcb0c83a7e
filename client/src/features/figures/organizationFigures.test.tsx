import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answer } from '~/platform/api/types'
import { openSchoolPage } from '~/testing/renderApp'
import { O, memberWith, problem, server } from '~/testing/server'
import { figures } from '~/testing/workFixtures'

const parents = {
  targetGroup: 'parents' as const,
  participants: 2,
  total: 0,
  hidden: false,
  percent: null,
  targetPercent: 5,
  isReached: null,
}

const computed = (part: Partial<Answer<'getOrganizationFigures'>> = {}) =>
  http.get(`${O}/figures`, () =>
    HttpResponse.json({
      schoolYear: '2025/2026',
      computedAt: '2026-04-15T09:00:00Z',
      figures: figures({ coverage: [figures().coverage[0]!, parents] }),
      ...part,
    }),
  )

const fact = (name: string) => screen.getByText(name).parentElement

describe('figures of one’s own organization', () => {
  beforeEach(() => memberWith(['figures.own']))
  afterEach(() => vi.useRealTimers())

  it('are exact', async () => {
    server.use(computed())
    openSchoolPage('figures')
    expect(await screen.findByRole('heading', { name: 'Показатели организации' })).toBeVisible()
    expect(screen.getByText(/2025\/2026. Пересчитано 15\.04\.2026, 12:00/)).toBeVisible()
    expect(fact('Действующие пары')).toHaveTextContent(/пары9$/)
    expect(fact('Согласия')).toHaveTextContent(/20 из 2483,3 %$/)
    expect(fact('Педагоги, цель 10 %')).toHaveTextContent(/18 из 9020 %$/)
    expect(screen.queryByText('•••')).not.toBeInTheDocument()
  })

  it('do not take a group of unknown size for an empty one', async () => {
    server.use(computed())
    openSchoolPage('figures')
    const coverage = within(await screen.findByRole('region', { name: 'Охват по целевым группам' }))
    expect(coverage.getByText(/^Родители.*, цель 5 %$/).parentElement).toHaveTextContent(/%2$/)
    expect(coverage.getByText(/численность группы не внесена/)).toBeVisible()
  })

  it('tell only the time when they were counted today', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-21T20:59:00Z') })
    server.use(computed({ computedAt: '2026-11-21T13:23:00Z' }))
    openSchoolPage('figures')
    expect(await screen.findByText(/Пересчитано в 16:23\.$/)).toBeVisible()
  })

  it('say that nothing was counted yet instead of showing zeros', async () => {
    server.use(computed({ computedAt: null }))
    openSchoolPage('figures')
    expect(
      await screen.findByRole('heading', { name: 'Показатели ещё не посчитаны' }),
    ).toBeVisible()
    expect(screen.queryByText('Действующие пары')).not.toBeInTheDocument()
  })

  it('that cannot be read are asked for again', async () => {
    server.use(computed())
    server.use(http.get(`${O}/figures`, () => problem(500, 'server.error'), { once: true }))
    const { user } = openSchoolPage('figures')
    await user.click(await screen.findByRole('button', { name: 'Повторить' }))
    expect(await screen.findByText('Действующие пары')).toBeVisible()
  })
})
