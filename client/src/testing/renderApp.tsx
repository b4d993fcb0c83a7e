import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '~/app/App'
import { createAppRouter } from '~/app/router'
import { ORGANIZATION_ID } from './server'

/** Opens the whole application at an address, as a browser would. */
export function openAt(address: string) {
  const router = createAppRouter(createMemoryHistory({ initialEntries: [address] }))
  const user = userEvent.setup()
  render(<App router={router} env="test" />)
  return { user, address: () => router.state.location.href }
}

/** Opens a page of the school. */
export const openSchoolPage = (page: string) => openAt(`/o/${ORGANIZATION_ID}/${page}`)
