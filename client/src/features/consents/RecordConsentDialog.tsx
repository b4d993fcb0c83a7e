import { Checkbox, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { addMonths } from '~/platform/calendar/dates'
import { orNull } from '~/platform/forms/text'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ConfirmDialog } from '~/ui/dialogs'

export interface Representative {
  personId: string
  name: string
}

interface Props {
  personId: string
  isMinor: boolean
  representatives: Representative[]
  onClose: () => void
}

interface Values {
  textVersion: string
  givenOn: string | null
  validUntil: string | null
  subjectSigned: boolean
  representativePersonId: string | null
  paperReference: string
}

/** Records a signed paper: which text, for what, from when and until when, who signed. */
export function RecordConsentDialog({ personId, isMinor, representatives, onClose }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const record = useWrite('post', '/organizations/{organizationId}/consents')
  const form = useForm<Values>({
    initialValues: {
      textVersion: '',
      givenOn: today,
      validUntil: addMonths(today, 12),
      subjectSigned: true,
      representativePersonId: isMinor ? (representatives[0]?.personId ?? null) : null,
      paperReference: '',
    },
  })
  useFieldProblems(form, record.problem)

  const submit = async () => {
    const { values } = form
    const done = await record.send({
      path: { organizationId },
      body: {
        personId,
        textVersion: values.textVersion.trim(),
        scope: 'participation',
        givenOn: values.givenOn ?? '',
        validUntil: values.validUntil ?? '',
        subjectSigned: values.subjectSigned,
        representativePersonId: values.representativePersonId,
        paperReference: orNull(values.paperReference),
      },
    })
    if (!done) return
    notifications.show({ message: t`Согласие записано` })
    onClose()
  }

  return (
    <ConfirmDialog
      opened
      title={t`Согласие на обработку персональных данных`}
      confirm={t`Записать`}
      isPending={record.isPending}
      problem={record.problem}
      onConfirm={() => void submit()}
      onClose={onClose}
    >
      <Stack>
        <TextInput
          label={t`Редакция текста согласия`}
          description={t`Номер или дата бланка, который подписан`}
          required
          maxLength={100}
          data-autofocus
          {...form.getInputProps('textVersion')}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <DateField label={t`Дата согласия`} required {...form.getInputProps('givenOn')} />
          <DateField label={t`Действует до`} required {...form.getInputProps('validUntil')} />
        </SimpleGrid>
        <Checkbox
          label={t`Подписал сам человек`}
          {...form.getInputProps('subjectSigned', { type: 'checkbox' })}
        />
        {representatives.length > 0 && (
          <Select
            label={t`Подписал законный представитель`}
            clearable
            data={representatives.map((person) => ({ value: person.personId, label: person.name }))}
            {...form.getInputProps('representativePersonId')}
          />
        )}
        {isMinor && representatives.length === 0 && (
          <Text size="sm">
            <Trans>Законный представитель не записан: добавьте его, изменив карточку.</Trans>
          </Text>
        )}
        <TextInput
          label={t`Где хранится бумага`}
          maxLength={500}
          {...form.getInputProps('paperReference')}
        />
      </Stack>
    </ConfirmDialog>
  )
}
