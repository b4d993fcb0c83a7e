import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { emptyPerson } from '~/features/people'
import { useWrite } from '~/platform/api/api'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { MenteeForm } from './MenteeForm'
import { type MenteeValues, newBody } from './values'

const EMPTY: MenteeValues = {
  person: emptyPerson,
  categoryCode: '',
  schoolClass: '',
  position: '',
  requests: [],
  legalRepresentative: null,
}

export function AddMenteePage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const navigate = useNavigate()
  const add = useWrite('post', '/organizations/{organizationId}/mentees')
  const send = async (values: MenteeValues, personId?: string) => {
    const done = await add.send({ path: { organizationId }, body: newBody(values, personId) })
    if (!done) return
    notifications.show({ message: t`Наставляемый добавлен` })
    await navigate({
      to: '/o/$organizationId/mentees/$menteeId',
      params: { organizationId, menteeId: done.data.id },
    })
  }
  return (
    <>
      <PageHeader title={t`Новый наставляемый`} />
      <MenteeForm
        initial={EMPTY}
        submitLabel={t`Добавить`}
        isPending={add.isPending}
        problem={add.problem}
        onSubmit={(values) => void send(values)}
        onUseKnown={(values, personId) => void send(values, personId)}
        onCancel={() =>
          void navigate({ to: '/o/$organizationId/mentees', params: { organizationId } })
        }
      />
    </>
  )
}
