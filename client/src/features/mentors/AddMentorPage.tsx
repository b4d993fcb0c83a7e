import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { emptyPerson, personBody, representativeBody } from '~/features/people'
import { useWrite } from '~/platform/api/api'
import type { Body } from '~/platform/api/types'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { MentorForm, type MentorValues } from './MentorForm'

const EMPTY: MentorValues = {
  person: emptyPerson,
  position: '',
  subjectCodes: [],
  competenceCodes: [],
  capacity: 1,
  isEmployee: true,
  employer: '',
  legalRepresentative: null,
}

export function AddMentorPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const navigate = useNavigate()
  const add = useWrite('post', '/organizations/{organizationId}/mentors')
  const send = async (card: Body<'editMentor'>, values: MentorValues, personId?: string) => {
    const body = {
      ...card,
      ...(personId ? { personId } : { person: personBody(values.person) }),
      legalRepresentative: representativeBody(values.legalRepresentative),
    }
    const done = await add.send({ path: { organizationId }, body })
    if (!done) return
    notifications.show({ message: t`Наставник добавлен` })
    await navigate({
      to: '/o/$organizationId/mentors/$mentorId',
      params: { organizationId, mentorId: done.data.id },
    })
  }
  return (
    <>
      <PageHeader title={t`Новый наставник`} />
      <MentorForm
        initial={EMPTY}
        submitLabel={t`Добавить`}
        isPending={add.isPending}
        problem={add.problem}
        onSubmit={(card, values) => void send(card, values)}
        onUseKnown={(card, values, personId) => void send(card, values, personId)}
        onCancel={() =>
          void navigate({ to: '/o/$organizationId/mentors', params: { organizationId } })
        }
      />
    </>
  )
}
