import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { I18nProvider, useLingui } from '@lingui/react'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { i18n as texts } from '~/platform/texts/i18n'
import { pageNonce } from './nonce'
import { makeTheme, readableColors } from './theme'

const newQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      // Repeating is the transport's business: it knows what may be repeated and how long to wait.
      queries: { retry: false, networkMode: 'always', staleTime: 2_000 },
    },
  })

interface Props {
  router: AnyRouter
  /** Tests have no layout: the kit then places and animates nothing. */
  env?: 'default' | 'test'
}

export function App(props: Props) {
  return (
    <I18nProvider i18n={texts}>
      <Themed {...props} />
    </I18nProvider>
  )
}

function Themed({ router, env = 'default' }: Props) {
  const { i18n } = useLingui()
  const [queryClient] = useState(newQueryClient)
  const locale = i18n.locale
  // oxlint-disable-next-line react/exhaustive-deps -- the same object speaks another language after a switch
  const theme = useMemo(() => makeTheme(i18n), [i18n, locale])
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        env={env}
        theme={theme}
        cssVariablesResolver={readableColors}
        defaultColorScheme="auto"
        getStyleNonce={pageNonce}
      >
        <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>
          <Notifications position="bottom-center" autoClose={6000} />
          <RouterProvider router={router} />
        </DatesProvider>
      </MantineProvider>
    </QueryClientProvider>
  )
}
