import { Text } from '@mantine/core'
import { Plural, useLingui } from '@lingui/react/macro'
import { useRead } from '~/platform/api/api'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { Empty, Loaded } from '~/ui/states'
import { ChangeSettingButton } from './ChangeSettingButton'
import { type Setting, unitOf } from './setting'

/** The rules and terms that hold in the organization: each with where it comes from. */
export function SettingsPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const query = useRead('/organizations/{organizationId}/reference/settings', {
    path: { organizationId },
  })
  return (
    <Loaded query={query} page>
      {({ items }) => (
        <>
          <PageHeader
            title={t`Настройки`}
            description={t`Правила и сроки, по которым работает организация.`}
          />
          {items.length === 0 && <Empty title={t`Настроек нет`} />}
          {items.map((setting) => (
            <SettingSection key={setting.key} setting={setting} />
          ))}
        </>
      )}
    </Loaded>
  )
}

function SettingSection({ setting }: { setting: Setting }) {
  const label = useLabels()
  const effect = label('settingEffect', setting.key)
  return (
    <Section
      title={label('settingKey', setting.key)}
      badges={<StateBadge of="settingSource" state={setting.source} />}
      actions={<ChangeSettingButton setting={setting} />}
    >
      <Text fw={600}>
        <SettingValue setting={setting} />
      </Text>
      {effect !== setting.key && (
        <Text size="sm" c="dimmed">
          {effect}
        </Text>
      )}
    </Section>
  )
}

function SettingValue({ setting: { key, value, words } }: { setting: Setting }) {
  const label = useLabels()
  if (words.length > 0) return label('settingWord', String(value))
  const number = Number(value)
  switch (unitOf(key)) {
    case 'months':
      return (
        <Plural value={number} one="# месяц" few="# месяца" many="# месяцев" other="# месяца" />
      )
    case 'days':
      return <Plural value={number} one="# день" few="# дня" many="# дней" other="# дня" />
    default:
      return number
  }
}
