import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { emptyFields, unreadableFields } from '~/platform/forms/emptyFields'
import type { Problem } from '~/platform/problems/Problem'
import { ProblemAlert } from './ProblemAlert'

/** The field's label without the star of a required one. */
const nameOf = (field: HTMLInputElement | HTMLTextAreaElement) =>
  (field.labels?.[0]?.textContent ?? '').replace(/\s*\*$/, '')

interface DialogProps {
  opened: boolean
  title: string
  children?: ReactNode
  /** The verb on the button. */
  confirm: string
  danger?: boolean
  /** False until the reader has ticked what must be ticked. */
  canConfirm?: boolean
  isPending: boolean
  problem: Problem | null
  onClose: () => void
}

interface ConfirmProps extends DialogProps {
  onConfirm: () => void
}

/** Asks once before something that cannot be taken back; extra fields go inside. */
export function ConfirmDialog({ opened, title, children, onClose, ...rest }: ConfirmProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} size="lg">
      <ConfirmForm {...rest} onClose={onClose}>
        {children}
      </ConfirmForm>
    </Modal>
  )
}

function ConfirmForm({
  children,
  confirm,
  danger,
  canConfirm = true,
  isPending,
  problem,
  onClose,
  onConfirm,
}: Omit<ConfirmProps, 'opened' | 'title'>) {
  const [missing, setMissing] = useState<string[]>([])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const empty = emptyFields(event.currentTarget)
    const hindrance = empty[0] ?? unreadableFields(event.currentTarget)[0]
    setMissing(empty.map(nameOf))
    if (hindrance) hindrance.focus()
    else onConfirm()
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {typeof children === 'string' ? <Text>{children}</Text> : children}
        {missing.length > 0 ? (
          <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />}>
            <Trans>Заполните: {missing.join(', ')}</Trans>
          </Alert>
        ) : (
          <ProblemAlert problem={problem} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Отмена</Trans>
          </Button>
          <Button
            type="submit"
            disabled={!canConfirm}
            color={danger ? 'red' : undefined}
            loading={isPending}
          >
            {confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface ReasonProps extends DialogProps {
  reasonLabel: string
  isOptional?: boolean
  /** How much of it the server takes. */
  maxLength?: number
  onConfirm: (reason: string) => void
}

/** Asks for the reason of a refusal or an end. */
export function ReasonDialog({
  reasonLabel,
  isOptional,
  maxLength = 2000,
  children,
  onConfirm,
  ...rest
}: ReasonProps) {
  const [reason, setReason] = useState('')
  return (
    <ConfirmDialog {...rest} onConfirm={() => onConfirm(reason.trim())}>
      <Stack>
        {children}
        <Textarea
          label={reasonLabel}
          required={!isOptional}
          autosize
          minRows={3}
          maxLength={maxLength}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      </Stack>
    </ConfirmDialog>
  )
}
