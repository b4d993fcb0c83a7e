import { Button, Menu, Text } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useLabels } from '~/platform/labels/useLabels'
import { useCurrentMembership, useSession } from '~/platform/session/SessionContext'
import { tenantPath } from '~/platform/tenancy/tenantPath'

/** Where one works now; with several memberships, a menu of them. The address is what changes. */
export function TenantSwitcher() {
  const { t } = useLingui()
  const label = useLabels()
  const { memberships } = useSession()
  const current = useCurrentMembership()
  const navigate = useNavigate()
  if (memberships.length < 2) {
    return (
      <Text fw={650} truncate>
        {current?.tenantShortName ?? memberships[0]?.tenantShortName}
      </Text>
    )
  }
  return (
    <Menu position="bottom-start" width={320} withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={16} aria-hidden />}
          aria-label={t`Сменить организацию: ${current?.tenantShortName ?? ''}`}
        >
          <Text truncate fw={650}>
            {current?.tenantShortName ?? t`Выберите организацию`}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={current?.tenantId ?? ''}
          onChange={(id) => {
            const chosen = memberships.find(({ tenantId }) => tenantId === id)
            if (chosen) void navigate({ to: tenantPath(chosen) })
          }}
        >
          {memberships.map((membership) => (
            <Menu.RadioItem key={membership.tenantId} value={membership.tenantId} closeMenuOnClick>
              <Text>{membership.tenantShortName}</Text>
              <Text size="sm" c="dimmed">
                {membership.roles.map((role) => label('role', role)).join(', ')}
              </Text>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
