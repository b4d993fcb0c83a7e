import type { ReactNode } from 'react'
import { Button, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import type { Problem } from '~/platform/problems/Problem'
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

interface ActionProps {
  /** What is done, as a verb: «Повторить». */
  verb: string
  /** The same with the name of the kind. */
  title: string
  /** Said when it is done. */
  done: string
  danger?: boolean
  /** The one thing to do while a kind is paused. */
  primary?: boolean
  isPending: boolean
  problem: Problem | null
  send(): Promise<unknown>
  children: ReactNode
}

function Action(props: ActionProps) {
  const { verb, title, done, danger, primary, isPending, problem, send, children } = props
  const [opened, dialog] = useDisclosure()
  const confirm = async () => {
    if (!(await send())) return
    notifications.show({ message: done })
    dialog.close()
  }
  return (
    <>
      <Button
        variant={primary ? 'filled' : 'default'}
        size="compact-sm"
        onClick={dialog.open}
        aria-label={title}
      >
        {verb}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={title}
        confirm={verb}
        danger={danger}
        isPending={isPending}
        problem={problem}
        onConfirm={() => void confirm()}
        onClose={dialog.close}
      >
        {children}
      </ConfirmDialog>
    </>
  )
}

function Retry({ kind: { kind, parked } }: { kind: WorkKind }) {
  const { t } = useLingui()
  const name = useLabels()('workKind', kind)
  const { tenantId: regionId } = useMembership()
  const retry = useWrite('post', '/regions/{regionId}/work-runs/kinds/{kind}/retry')
  return (
    <Action
      {...retry}
      verb={t`Повторить`}
      title={t`Повторить: ${name}`}
      done={t`Отложенное выполняется заново`}
      send={() => retry.send({ path: { regionId, kind } })}
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
    </Action>
  )
}

function Pause({ kind: { kind } }: { kind: WorkKind }) {
  const { t } = useLingui()
  const name = useLabels()('workKind', kind)
  const { tenantId: regionId } = useMembership()
  const pause = useWrite('post', '/regions/{regionId}/work-runs/kinds/{kind}/pause')
  return (
    <Action
      {...pause}
      verb={t`Приостановить`}
      title={t`Приостановить: ${name}`}
      done={t`Приостановлено`}
      danger
      send={() => pause.send({ path: { regionId, kind } })}
    >
      {t`Пока вы не продолжите, задания этого вида в регионе начинаться не будут. Те, что ждут, не потеряются.`}
    </Action>
  )
}

function Resume({ kind: { kind } }: { kind: WorkKind }) {
  const { t } = useLingui()
  const name = useLabels()('workKind', kind)
  const { tenantId: regionId } = useMembership()
  const resume = useWrite('post', '/regions/{regionId}/work-runs/kinds/{kind}/resume')
  return (
    <Action
      {...resume}
      verb={t`Продолжить`}
      title={t`Продолжить: ${name}`}
      done={t`Работа продолжена`}
      primary
      send={() => resume.send({ path: { regionId, kind } })}
    >
      {t`Всё, что накопилось за время остановки, начнёт выполняться.`}
    </Action>
  )
}
