import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { emptyPerson } from '~/features/people'
import { useRead, useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useSeenVersion } from '~/platform/forms/useSeenVersion'
import { PageHeader } from '~/ui/PageHeader'
import { fullName } from '~/ui/PersonName'
import { Loaded } from '~/ui/states'
import { MentorForm } from './MentorForm'

const route = getRouteApi('/o/$organizationId/mentors/$mentorId/edit')

export function EditMentorPage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/mentors/{mentorId}', { path })
  return (
    <Loaded query={query} page>
      {(mentor) => <EditMentor mentor={mentor} />}
    </Loaded>
  )
}

function EditMentor({ mentor }: { mentor: Answer<'getMentor'> }) {
  const { t } = useLingui()
  const path = route.useParams()
  const navigate = useNavigate()
  const edit = useWrite('put', '/organizations/{organizationId}/mentors/{mentorId}')
  const seen = useSeenVersion(mentor)
  const back = () => void navigate({ to: '/o/$organizationId/mentors/$mentorId', params: path })
  return (
    <>
      <PageHeader title={fullName(mentor.person)} description={t`Правка карточки наставника`} />
      <MentorForm
        initial={{
          person: emptyPerson,
          position: mentor.position,
          subjectCodes: mentor.subjectCodes,
          competenceCodes: mentor.competenceCodes,
          capacity: mentor.capacity,
          isEmployee: mentor.isEmployee,
          employer: mentor.employer ?? '',
          legalRepresentative: null,
        }}
        submitLabel={t`Сохранить`}
        isPending={edit.isPending}
        problem={edit.problem}
        onSaveOver={() => {
          seen.catchUp()
          edit.clear()
        }}
        onSubmit={async (body) => {
          if (!(await edit.send({ path, body, version: seen.version }))) return
          notifications.show({ message: t`Сохранено` })
          back()
        }}
        onCancel={back}
      />
    </>
  )
}
