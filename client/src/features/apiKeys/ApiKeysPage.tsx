import { Anchor, Code, Space, Stack, Text } from '@mantine/core'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { formatInstant } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useMembership } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { PageHeader } from '~/ui/PageHeader'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { Empty } from '~/ui/states'
import { CreateApiKeyButton } from './CreateApiKeyButton'
import { RevokeApiKeyButton } from './RevokeApiKeyButton'
import { useKeyPaths } from './useKeyPaths'

type ApiKey = Item<'listApiKeys'>

const CONTRACT = '/openapi/mentoring-platform.v1.json'

/** The keys by which other systems read the tenant's data. */
export function ApiKeysPage() {
  const { t } = useLingui()
  const { timeZone } = useMembership()
  const label = useLabels()
  const { keys, tenant } = useKeyPaths()
  const query = useReadPages(keys, { path: tenant })
  const offer = query.data?.pages[0]?.offer
  const instant = (at: string | null | undefined) => (at ? formatInstant(at, timeZone) : null)
  const columns: Column<ApiKey>[] = [
    {
      key: 'name',
      header: t`Название`,
      cell: ({ name, prefix }) => (
        <Stack gap={2} align="flex-start">
          <Text fw={600}>{name}</Text>
          <Code>{prefix}…</Code>
        </Stack>
      ),
    },
    {
      key: 'scopes',
      header: t`Что открывает`,
      cell: ({ scopes }) => scopes.map((scope) => label('apiKeyScope', scope)).join(', '),
    },
    {
      key: 'state',
      header: t`Состояние`,
      cell: ({ state, expiresAt, revokedAt, revokedBy }) => (
        <Stack gap={2} align="flex-start">
          <StateBadge of="apiKeyState" state={state} />
          <Text size="sm" c="dimmed">
            {state === 'revoked'
              ? `${instant(revokedAt)}, ${revokedBy}`
              : t`до ${instant(expiresAt)}`}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'lastUsedAt',
      header: t`Последнее обращение`,
      cell: ({ lastUsedAt }) => instant(lastUsedAt) ?? t`не было`,
    },
    {
      key: 'createdAt',
      header: t`Создан`,
      cell: ({ createdAt, createdBy }) => `${instant(createdAt)}, ${createdBy}`,
    },
    {
      key: 'actions',
      header: t`Действия`,
      cell: (apiKey) => <RevokeApiKeyButton apiKey={apiKey} />,
    },
  ]
  return (
    <>
      <PageHeader
        title={t`Ключи доступа`}
        description={t`По ключу данные читает другая система: сайт, отчётность, электронный журнал.`}
        actions={
          offer && offer.scopes.length > 0 ? <CreateApiKeyButton offer={offer} /> : undefined
        }
      />
      <DataList
        label={t`Ключи доступа`}
        query={query}
        columns={columns}
        rowKey={(apiKey) => apiKey.id}
        empty={
          <Empty title={t`Ключей пока нет`}>
            <Trans>Создайте ключ для каждой системы, которая будет читать данные.</Trans>
          </Empty>
        }
      />
      <Space h="lg" />
      <Section title={t`Что может ключ`}>
        <Stack gap="xs">
          <Text>
            <Trans>
              Ключ только читает и открывает только то, что отмечено при создании. Персональных
              данных наставников и наставляемых он не открывает.
            </Trans>
          </Text>
          {offer && (
            <Text>
              <Plural
                value={offer.requestsPerMinute}
                one="Одному ключу доступен # запрос в минуту."
                few="Одному ключу доступны # запроса в минуту."
                many="Одному ключу доступно # запросов в минуту."
                other="Одному ключу доступно # запроса в минуту."
              />
            </Text>
          )}
          <Text>
            <Trans>
              Отозванный ключ перестаёт работать сразу. Если ключ мог увидеть посторонний, отзовите
              его и создайте новый.
            </Trans>
          </Text>
          <Anchor href={CONTRACT} target="_blank" rel="noreferrer">
            <Trans>Описание API для разработчиков (OpenAPI)</Trans>
          </Anchor>
        </Stack>
      </Section>
    </>
  )
}
