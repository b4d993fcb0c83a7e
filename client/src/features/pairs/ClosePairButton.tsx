import { Button, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import type { Body } from '~/platform/api/types'
import { orNull } from '~/platform/forms/text'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOptions } from '~/platform/labels/useOptions'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ReasonDialog } from '~/ui/dialogs'
import type { Pair } from './types'

type Closing = Body<'closePair'>
interface Values {
  ground: Closing['ground']
  cause: Closing['cause']
  closedOn: string | null
}

/** Ends a pair: on what ground, by whose fault if any, and since when. */
export function ClosePairButton({ pair }: { pair: Pair }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const grounds = useOptions('closingGround')
  const causes = useOptions('closingCause')
  const [opened, dialog] = useDisclosure()
  const close = useWrite('post', '/organizations/{organizationId}/pairs/{pairId}/closing')
  const form = useForm<Values>({
    initialValues: { ground: 'completed', cause: null, closedOn: today },
  })
  useFieldProblems(form, close.problem)
  if (!pair.allowed.includes('closePair')) return null
  const send = async (explanation: string) => {
    const { ground, cause, closedOn } = form.values
    const done = await close.send({
      path: { organizationId, pairId: pair.id },
      version: pair.version,
      body: {
        ground,
        cause: ground === 'byCurator' ? (cause ?? null) : null,
        explanation: orNull(explanation),
        closedOn: closedOn ?? '',
      },
    })
    if (!done) return
    notifications.show({ message: t`Пара закрыта` })
    dialog.close()
  }
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        <Trans>Закрыть пару</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Закрыть пару`}
        reasonLabel={t`Пояснение`}
        confirm={t`Закрыть пару`}
        danger
        isPending={close.isPending}
        problem={close.problem}
        onConfirm={(explanation) => void send(explanation)}
        onClose={dialog.close}
      >
        <Stack>
          <Select
            label={t`Основание`}
            required
            allowDeselect={false}
            data={grounds}
            {...form.getInputProps('ground')}
          />
          {form.values.ground === 'byCurator' && (
            <Select label={t`Причина`} required data={causes} {...form.getInputProps('cause')} />
          )}
          <DateField label={t`Дата`} required {...form.getInputProps('closedOn')} />
        </Stack>
      </ReasonDialog>
    </>
  )
}
