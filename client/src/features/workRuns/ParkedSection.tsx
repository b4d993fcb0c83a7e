import { Button, Code } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages, useWrite } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { useLabels } from '~/platform/labels/useLabels'
import { useMembership } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { Section } from '~/ui/Section'
import { Empty } from '~/ui/states'
import { ConfirmDialog } from '~/ui/dialogs'
import { useMoments } from './useMoments'
import { REFRESH } from './useWorkState'

type Parked = Item<'listParkedWork'>

/** What has failed too often and waits for the operator. */
export function ParkedSection() {
  const { t } = useLingui()
  const label = useLabels()
  const { moment } = useMoments()
  const { tenantId: regionId, permissions } = useMembership()
  const query = useReadPages(
    '/regions/{regionId}/work-runs/parked',
    { path: { regionId } },
    REFRESH,
  )
  const columns: Column<Parked>[] = [
    { key: 'kind', header: t`Вид работы`, cell: ({ kind }) => label('workKind', kind) },
    { key: 'tenant', header: t`Где`, cell: ({ tenantName }) => tenantName },
    { key: 'parkedAt', header: t`Отложено`, cell: ({ parkedAt }) => moment(parkedAt) },
    { key: 'attempts', header: t`Попыток`, cell: ({ attempts }) => String(attempts) },
    { key: 'reason', header: t`Причина`, cell: ({ reason }) => <Code>{reason}</Code> },
  ]
  if (permissions.includes('workRuns.manage'))
    columns.push({ key: 'actions', header: t`Действия`, cell: (item) => <RetryOne item={item} /> })
  return (
    <Section title={t`Отложенное`}>
      <DataList
        label={t`Отложенное`}
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty title={t`Отложенных заданий нет`}>
            <Trans>
              Сюда попадает то, что не удалось выполнить за десять попыток. Остальная работа от
              этого не останавливается.
            </Trans>
          </Empty>
        }
      />
    </Section>
  )
}

function RetryOne({ item: { id, kind, tenantName } }: { item: Parked }) {
  const { t } = useLingui()
  const label = useLabels()
  const { tenantId: regionId } = useMembership()
  const [opened, dialog] = useDisclosure()
  const retry = useWrite('post', '/regions/{regionId}/work-runs/parked/{itemId}/retry')
  const name = label('workKind', kind)
  const send = async () => {
    if (!(await retry.send({ path: { regionId, itemId: id } }))) return
    notifications.show({ message: t`Задание выполняется заново` })
    dialog.close()
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        onClick={dialog.open}
        aria-label={t`Повторить: ${name}, ${tenantName}`}
      >
        <Trans>Повторить</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Повторить: ${name}, ${tenantName}`}
        confirm={t`Повторить`}
        isPending={retry.isPending}
        problem={retry.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        {t`Задание будет выполнено заново. Если причина не устранена, после десяти попыток оно снова окажется отложенным.`}
      </ConfirmDialog>
    </>
  )
}
