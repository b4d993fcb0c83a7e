import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Answer } from '~/platform/api/types'
import { ORDER_ID, PAIR_ID } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, ORGANIZATION_ID, TODAY, memberWith, server } from '~/testing/server'

describe('the board', () => {
  it('says what, who and since when in words and opens what it is about', async () => {
    memberWith(['board.view'])
    const items: Answer<'getBoard'>['items'] = [
      {
        kind: 'activePairsGateClosed',
        severity: 'overdue',
        count: 3,
        entries: [
          {
            id: PAIR_ID,
            title: 'Соловьёва В. А. – Клюев Е.',
            detail: 'Клюев Е.',
            words: [{ of: 'gateMissing', code: 'dutyConsentMissing' }],
            target: { kind: 'pair', id: PAIR_ID },
          },
        ],
      },
      {
        kind: 'ordersToAcknowledge',
        severity: 'toDo',
        count: 1,
        entries: [
          {
            id: ORDER_ID,
            title: '№ 12 О закреплении',
            detail: '1/3',
            words: [],
            date: '2026-04-02',
            target: { kind: 'order', id: ORDER_ID },
          },
        ],
      },
    ]
    server.use(http.get(`${O}/board`, () => HttpResponse.json({ today: TODAY, items })))
    openSchoolPage('board')
    const pair = await screen.findByRole('link', { name: 'Соловьёва В. А. – Клюев Е.' })
    expect(pair).toHaveAttribute('href', `/o/${ORGANIZATION_ID}/pairs/${PAIR_ID}`)
    expect(screen.getAllByRole('heading', { level: 2 }).map((title) => title.textContent)).toEqual([
      'Действующим парам не хватает документов',
      'Не все ознакомлены с приказом',
    ])
    expect(screen.getByText('Нет согласия на участие в паре · Клюев Е.')).toBeVisible()
    expect(screen.getByText('1 из 3 · подписан 02.04.2026')).toBeVisible()
    expect(screen.getByText('и ещё 2')).toBeVisible()
  })

  it('says that all is well when nothing asks for attention', async () => {
    memberWith(['board.view'])
    server.use(http.get(`${O}/board`, () => HttpResponse.json({ today: TODAY, items: [] })))
    openSchoolPage('board')
    expect(await screen.findByText('Всё в порядке')).toBeVisible()
  })
})
