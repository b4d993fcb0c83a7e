import { AppShell, Burger, Group, NavLink, ScrollArea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { ExpiredSessionDialog, OtherAccountDialog } from '~/features/accounts'
import { useCurrentMembership } from '~/platform/session/SessionContext'
import { tenantPath } from '~/platform/tenancy/tenantPath'
import { AccountMenu } from './AccountMenu'
import { LeaveGuard } from './LeaveGuard'
import { Notices } from './Notices'
import { TenantSwitcher } from './TenantSwitcher'
import { navigationOf } from './navigation'

/** The frame around every page of a signed-in person. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  const [opened, { toggle, close }] = useDisclosure()
  const membership = useCurrentMembership()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  useEffect(close, [pathname, close])
  const items = membership ? navigationOf(membership) : []

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <a className="skip-link" href="#content">
        <Trans>К содержанию</Trans>
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <Burger
              opened={opened}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={opened ? t`Закрыть меню` : t`Открыть меню`}
              aria-expanded={opened}
            />
            <TenantSwitcher />
          </Group>
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" aria-label={t`Разделы`}>
        <ScrollArea>
          {membership &&
            items.map(({ segment, label, icon: Icon }) => {
              const to = `${tenantPath(membership)}/${segment}`
              const active = pathname === to || pathname.startsWith(`${to}/`)
              return (
                <NavLink
                  key={segment}
                  component={Link}
                  to={to}
                  label={t(label)}
                  active={active}
                  aria-current={active ? 'page' : undefined}
                  leftSection={<Icon size={20} aria-hidden />}
                />
              )
            })}
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Notices />
        {children}
      </AppShell.Main>
      <ExpiredSessionDialog />
      <OtherAccountDialog />
      <LeaveGuard />
    </AppShell>
  )
}
