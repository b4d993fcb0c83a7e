import { Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRead, useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useSeenVersion } from '~/platform/forms/useSeenVersion'
import { PageHeader } from '~/ui/PageHeader'
import { Loaded } from '~/ui/states'
import { plannedRows } from './plan'
import { ProgramForm } from './ProgramForm'
import { rationaleTexts } from './rationale'

const route = getRouteApi('/o/$organizationId/programs/$programId/edit')

export function EditProgramPage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/programs/{programId}', { path })
  return (
    <Loaded query={query} page>
      {(program) => <EditProgram program={program} />}
    </Loaded>
  )
}

function EditProgram({ program }: { program: Answer<'getProgram'> }) {
  const { t } = useLingui()
  const path = route.useParams()
  const navigate = useNavigate()
  const edit = useWrite('put', '/organizations/{organizationId}/programs/{programId}')
  const seen = useSeenVersion(program)
  const back = () => void navigate({ to: '/o/$organizationId/programs/$programId', params: path })
  return (
    <>
      <PageHeader title={t`Правка программы`} />
      {program.agreements.some(({ agreedOn }) => agreedOn) && (
        <Text mb="md">
          <Trans>После правки участникам нужно будет согласовать программу заново.</Trans>
        </Text>
      )}
      <ProgramForm
        initial={{
          formCodes: program.formCodes,
          kindCodes: program.kindCodes,
          deliveryMode: program.deliveryMode,
          startsOn: program.startsOn,
          endsOn: program.endsOn,
          rationale: rationaleTexts(program.rationale),
          activities: plannedRows(program.activities),
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
