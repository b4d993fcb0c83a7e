import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { ConfirmDialog } from '~/ui/dialogs'
import {
  RepresentativeInputs,
  type RepresentativeValues,
  emptyRepresentative,
  representativeBody,
} from './RepresentativeFields'

interface Values {
  legalRepresentative: RepresentativeValues
}

/** Records who stands for a minor, beside those who are recorded. */
export function AddRepresentativeButton({ minorId }: { minorId: string }) {
  const { t } = useLingui()
  const [opened, dialog] = useDisclosure()
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        <Trans>Добавить представителя</Trans>
      </Button>
      {opened && (
        <AddRepresentativeDialog
          minorId={minorId}
          onDone={() => {
            notifications.show({ message: t`Законный представитель записан` })
            dialog.close()
          }}
          onClose={dialog.close}
        />
      )}
    </>
  )
}

interface DialogProps {
  minorId: string
  onDone: () => void
  onClose: () => void
}

function AddRepresentativeDialog({ minorId, onDone, onClose }: DialogProps) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const add = useWrite('post', '/organizations/{organizationId}/people/{personId}/representations')
  const form = useForm<Values>({ initialValues: { legalRepresentative: emptyRepresentative } })
  useFieldProblems(form, add.problem)
  const send = async (values: RepresentativeValues) => {
    const body = { legalRepresentative: representativeBody(values)! }
    if (await add.send({ path: { organizationId, personId: minorId }, body })) onDone()
  }
  return (
    <ConfirmDialog
      opened
      title={t`Законный представитель`}
      confirm={t`Записать`}
      isPending={add.isPending}
      problem={add.problem}
      onConfirm={() => void send(form.values.legalRepresentative)}
      onClose={onClose}
    >
      <Stack>
        <RepresentativeInputs
          form={form}
          value={form.values.legalRepresentative}
          problem={add.problem}
          onChange={(representative) => {
            form.setFieldValue('legalRepresentative', representative)
            void send(representative)
          }}
        />
      </Stack>
    </ConfirmDialog>
  )
}
