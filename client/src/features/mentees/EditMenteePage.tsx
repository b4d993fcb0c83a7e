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
import { MenteeForm } from './MenteeForm'
import { cardBody } from './values'

const route = getRouteApi('/o/$organizationId/mentees/$menteeId/edit')

export function EditMenteePage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/mentees/{menteeId}', { path })
  return (
    <Loaded query={query} page>
      {(mentee) => <EditMentee mentee={mentee} />}
    </Loaded>
  )
}

function EditMentee({ mentee }: { mentee: Answer<'getMentee'> }) {
  const { t } = useLingui()
  const path = route.useParams()
  const navigate = useNavigate()
  const edit = useWrite('put', '/organizations/{organizationId}/mentees/{menteeId}')
  const seen = useSeenVersion(mentee)
  const back = () => void navigate({ to: '/o/$organizationId/mentees/$menteeId', params: path })
  return (
    <>
      <PageHeader title={fullName(mentee.person)} description={t`Правка карточки наставляемого`} />
      <MenteeForm
        initial={{
          person: emptyPerson,
          categoryCode: mentee.categoryCode,
          schoolClass: mentee.schoolClass ?? '',
          position: mentee.position ?? '',
          requests: mentee.requests.map(({ topicCode, text }) => ({ topicCode, text: text ?? '' })),
          legalRepresentative: null,
        }}
        submitLabel={t`Сохранить`}
        isPending={edit.isPending}
        problem={edit.problem}
        onSaveOver={() => {
          seen.catchUp()
          edit.clear()
        }}
        onSubmit={async (values) => {
          const body = cardBody(values)
          if (!(await edit.send({ path, body, version: seen.version }))) return
          notifications.show({ message: t`Сохранено` })
          back()
        }}
        onCancel={back}
      />
    </>
  )
}
