import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { useLabels } from '~/platform/labels/useLabels'
import { useMembership } from '~/platform/session/SessionContext'
import { ConfirmDialog } from '~/ui/dialogs'
import type { WorkKind } from './useWorkState'

/** What may be done to a kind of work: each is asked about once. */
export function KindActions({ kind }: { kind: WorkKind }) {
  return (
    <Group gap="xs">
      {kind.allowed.includes('retryWorkKind') && <Retry kind={kind} />}
      {kind.allowed.includes('pauseWorkKind') && <Pause kind={kind} />}
      {kind.allowed.includes('resumeWorkKind') && <Resume kind={kind} />}
    </Group>
  )
}

function Retry({ kind: { kind, parked } }: { kind: WorkKind }) {
  const { t } = useLingui()
  const label = useLabels()
  const { tenantId: regionId } = useMembership()
  const [opened, dialog] = useDisclosure()
  const retry = useWrite('post', '/regions/{regionId}/work-runs/kinds/{kind}/retry')
  const name = label('workKind', kind)
  const send = async () => {
    if (!(await retry.send({ path: { regionId, kind } }))) return
    notifications.show({ message: t`Отложенное выполняется заново` })
    dialog.close()
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        onClick={dialog.open}
        aria-label={t`Повторить: ${name}`}
      >
        <Trans>Повторить</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Повторить: ${name}`}
        confirm={t`Повторить`}
        isPending={retry.isPending}
        problem={retry.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        <span>
          <Plural
            value={parked}
            one="# отложенное задание будет выполнено заново."
            few="# отложенных задания будут выполнены заново."
            many="# отложенных заданий будут выполнены заново."
            other="# отложенного задания будут выполнены заново."
          />{' '}
          <Trans>Если причина не устранена, они снова окажутся отложенными.</Trans>
        </span>
      </ConfirmDialog>
    </>
  )
}

function Pause({ kind: { kind } }: { kind: WorkKind }) {
  const { t } = useLingui()
  const label = useLabels()
  const { tenantId: regionId } = useMembership()
  const [opened, dialog] = useDisclosure()
  const pause = useWrite('post', '/regions/{regionId}/work-runs/kinds/{kind}/pause')
  const name = label('workKind', kind)
  const send = async () => {
    if (!(await pause.send({ path: { regionId, kind } }))) return
    notifications.show({ message: t`Приостановлено` })
    dialog.close()
  }
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        onClick={dialog.open}
        aria-label={t`Приостановить: ${name}`}
      >
        <Trans>Приостановить</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Приостановить: ${name}`}
        confirm={t`Приостановить`}
        danger
        isPending={pause.isPending}
        problem={pause.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        {t`Пока вы не продолжите, задания этого вида в регионе начинаться не будут. Те, что ждут, не потеряются.`}
      </ConfirmDialog>
    </>
  )
}

function Resume({ kind: { kind } }: { kind: WorkKind }) {
  const { t } = useLingui()
  const label = useLabels()
  const { tenantId: regionId } = useMembership()
  const [opened, dialog] = useDisclosure()
  const resume = useWrite('post', '/regions/{regionId}/work-runs/kinds/{kind}/resume')
  const name = label('workKind', kind)
  const send = async () => {
    if (!(await resume.send({ path: { regionId, kind } }))) return
    notifications.show({ message: t`Работа продолжена` })
    dialog.close()
  }
  return (
    <>
      <Button size="compact-sm" onClick={dialog.open} aria-label={t`Продолжить: ${name}`}>
        <Trans>Продолжить</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Продолжить: ${name}`}
        confirm={t`Продолжить`}
        isPending={resume.isPending}
        problem={resume.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        {t`Всё, что накопилось за время остановки, начнёт выполняться.`}
      </ConfirmDialog>
    </>
  )
}
