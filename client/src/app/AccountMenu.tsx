import { Button, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconKey, IconLanguage, IconLogout, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useWrite } from '~/platform/api/api'
import { useSession } from '~/platform/session/SessionContext'
import { useForgetSession } from '~/platform/session/SessionProvider'
import { LOCALE_NAMES, activateLocale, otherLocale } from '~/platform/texts/i18n'

export function AccountMenu() {
  const { t, i18n } = useLingui()
  const { displayName } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useWrite('post', '/accounts/sign-out', { rereads: false })
  const forgetSession = useForgetSession()
  const navigate = useNavigate()
  const other = otherLocale(i18n.locale)
  const leave = async () => {
    // A session that is already gone is what was asked for.
    await signOut.send({})
    forgetSession()
  }
  const schemes = [
    { value: 'light', label: t`Светлое` },
    { value: 'dark', label: t`Тёмное` },
    { value: 'auto', label: t`Как в системе` },
  ] as const
  return (
    <Menu position="bottom-end" width={280} withinPortal>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          px="xs"
          aria-label={t`Учётная запись: ${displayName}`}
        >
          <IconUser size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{displayName}</Menu.Label>
        <Menu.Item
          leftSection={<IconKey size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/account' })}
        >
          <Trans>Сменить пароль</Trans>
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLanguage size={16} aria-hidden />}
          lang={other}
          onClick={() => void activateLocale(other)}
        >
          {LOCALE_NAMES[other]}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>
          <Trans>Оформление</Trans>
        </Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          {schemes.map(({ value, label }) => (
            <Menu.RadioItem key={value} value={value}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          <Trans>Выйти</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
