import { screen } from '@testing-library/react'
import { http } from 'msw'
import { expect, it } from 'vitest'
import { openAt } from '~/testing/renderApp'
import {
  API,
  MUNICIPALITY_ID,
  aMembership,
  aSession,
  listOf,
  server,
  signedInAs,
} from '~/testing/server'

it('lists the organizations of a municipality with their heads', async () => {
  signedInAs(
    aSession({
      memberships: [
        aMembership({
          tenantId: MUNICIPALITY_ID,
          tenantKind: 'municipality',
          permissions: ['organizations.list'],
        }),
      ],
    }),
  )
  server.use(
    http.get(`${API}/municipalities/${MUNICIPALITY_ID}/organizations`, () =>
      listOf([
        {
          id: 'o-1',
          shortName: 'Школа № 3',
          fullName: 'МБОУ «Школа № 3»',
          kind: 'basicSchool',
          isSmallScale: true,
          locality: 'г. Луга',
          headName: 'Ершова Н. П.',
          headTitle: 'директор',
        },
      ]),
    ),
  )
  openAt(`/m/${MUNICIPALITY_ID}`)
  expect(await screen.findByText('Основная школа, малокомплектная')).toBeVisible()
  expect(screen.getByText('Ершова Н. П., директор')).toBeVisible()
})
