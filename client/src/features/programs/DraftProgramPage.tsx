import { notifications } from '@mantine/notifications'
import { useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRead, useWrite } from '~/platform/api/api'
import { addMonths } from '~/platform/calendar/dates'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { Loaded, NotFoundPage } from '~/ui/states'
import { ProgramForm } from './ProgramForm'
import { rationaleTexts } from './rationale'
import type { ProgramValues } from './types'

const route = getRouteApi('/o/$organizationId/programs/new')

/** A program is drafted for one pair, which the address names. */
export function DraftProgramPage() {
  const { organizationId } = route.useParams()
  const { pairId } = route.useSearch()
  const query = useRead(
    '/organizations/{organizationId}/pairs/{pairId}',
    { path: { organizationId, pairId: pairId ?? '' } },
    { enabled: Boolean(pairId) },
  )
  if (!pairId) return <NotFoundPage />
  return (
    <Loaded query={query} page>
      {(pair) => (
        <DraftProgram
          pairId={pair.id}
          formCode={pair.form.code}
          kindCodes={pair.kinds.map(({ code }) => code)}
        />
      )}
    </Loaded>
  )
}

interface Props {
  pairId: string
  formCode: string
  kindCodes: string[]
}

function DraftProgram({ pairId, formCode, kindCodes }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const navigate = useNavigate()
  const draft = useWrite('post', '/organizations/{organizationId}/programs')
  const initial: ProgramValues = {
    formCodes: [formCode],
    kindCodes,
    deliveryMode: 'inPerson',
    startsOn: today,
    endsOn: addMonths(today, 9),
    rationale: rationaleTexts({}),
    activities: [],
  }
  return (
    <>
      <PageHeader title={t`Новая программа`} />
      <ProgramForm
        initial={initial}
        submitLabel={t`Сохранить черновик`}
        isPending={draft.isPending}
        problem={draft.problem}
        onSubmit={async (body) => {
          const done = await draft.send({ path: { organizationId }, body: { ...body, pairId } })
          if (!done) return
          notifications.show({ message: t`Черновик сохранён` })
          await navigate({
            to: '/o/$organizationId/programs/$programId',
            params: { organizationId, programId: done.data.id },
          })
        }}
        onCancel={() =>
          void navigate({
            to: '/o/$organizationId/pairs/$pairId',
            params: { organizationId, pairId },
          })
        }
      />
    </>
  )
}
