import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { emptyPerson } from '~/features/people'
import { useWrite } from '~/platform/api/api'
import type { Body } from '~/platform/api/types'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { MenteeForm } from './MenteeForm'
import type { MenteeValues } from './values'

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
  const send = async (body: Body<'addMentee'>) => {
    const done = await add.send({ path: { organizationId }, body })
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
        withRepresentative
        submitLabel={t`Добавить`}
        isPending={add.isPending}
        problem={add.problem}
        onSubmit={(body) => void send(body)}
        onUseKnown={(body, personId) => void send({ ...body, person: null, personId })}
        onCancel={() =>
          void navigate({ to: '/o/$organizationId/mentees', params: { organizationId } })
        }
      />
    </>
  )
}
