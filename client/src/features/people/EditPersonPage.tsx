import { Button, Group, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router'
import { useRead, useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useSeenVersion } from '~/platform/forms/useSeenVersion'
import { PageHeader } from '~/ui/PageHeader'
import { fullName } from '~/ui/PersonName'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Loaded } from '~/ui/states'
import { KnownPersonNotice } from './KnownPersonNotice'
import { PersonFields, type PersonValues, personBody, personValues } from './PersonFields'

const route = getRouteApi('/o/$organizationId/people/$personId/edit')

export function EditPersonPage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/people/{personId}', { path })
  return (
    <Loaded query={query} page>
      {(person) => <EditPerson person={person} />}
    </Loaded>
  )
}

function EditPerson({ person }: { person: Answer<'getPerson'> }) {
  const { t } = useLingui()
  const path = route.useParams()
  const edit = useWrite('put', '/organizations/{organizationId}/people/{personId}')
  const seen = useSeenVersion(person)
  const back = useWayBack()
  const form = useForm<{ person: PersonValues }>({
    initialValues: { person: personValues(person) },
  })
  const shownAtFields = useFieldProblems(form, edit.problem)
  const send = async (values: { person: PersonValues }) => {
    const body = { person: personBody(values.person) }
    if (!(await edit.send({ path, body, version: seen.version }))) return
    notifications.show({ message: t`Сохранено` })
    back()
  }
  const submit = useCheckedSubmit(form, (values) => void send(values))
  return (
    <>
      <PageHeader
        title={fullName(person)}
        description={t`Исправление данных. Подписанные документы остаются такими, какими их подписали.`}
      />
      <form onSubmit={submit} noValidate>
        <Stack maw={820}>
          <PersonFields form={form} at="person" />
          <KnownPersonNotice
            problem={edit.problem}
            at="/person"
            onDistinguish={(namesakeReason) => {
              const values = { person: { ...form.values.person, namesakeReason } }
              form.setValues(values)
              void send(values)
            }}
          />
          <ProblemAlert
            problem={edit.problem}
            shownAtFields={shownAtFields}
            onSaveOver={() => {
              seen.catchUp()
              edit.clear()
            }}
          />
          <Group>
            <Button type="submit" loading={edit.isPending}>
              <Trans>Сохранить</Trans>
            </Button>
            <Button variant="default" onClick={back}>
              <Trans>Отмена</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  )
}

/** To the card that one came from: a person may have several. */
function useWayBack() {
  const router = useRouter()
  const canGoBack = useCanGoBack()
  const navigate = useNavigate()
  const { organizationId } = route.useParams()
  return () => {
    if (canGoBack) router.history.back()
    else void navigate({ to: '/o/$organizationId', params: { organizationId } })
  }
}
