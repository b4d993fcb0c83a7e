import { Button, Fieldset, Group, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRead, useWrite } from '~/platform/api/api'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useSeenVersion } from '~/platform/forms/useSeenVersion'
import { PageHeader } from '~/ui/PageHeader'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Loaded } from '~/ui/states'
import { ActivityFields } from './ActivityFields'
import { ContentFields } from './ContentFields'
import { plannedRows, planOf } from './plan'
import type { ContentValues, Program } from './types'

const route = getRouteApi('/o/$organizationId/programs/$programId/amend')

/** Proposes another rest of the plan, other forms or another mode of a running program. */
export function AmendProgramPage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/programs/{programId}', { path })
  return (
    <Loaded query={query} page>
      {(program) => <AmendProgram program={program} />}
    </Loaded>
  )
}

function AmendProgram({ program }: { program: Program }) {
  const { t } = useLingui()
  const path = route.useParams()
  const navigate = useNavigate()
  const amend = useWrite('post', '/organizations/{organizationId}/programs/{programId}/amendments')
  const seen = useSeenVersion(program)
  const form = useForm<ContentValues & { reason: string }>({
    initialValues: {
      formCodes: program.formCodes,
      kindCodes: program.kindCodes,
      deliveryMode: program.deliveryMode,
      activities: plannedRows(program.activities.filter(({ status }) => status === 'planned')),
      reason: '',
    },
  })
  const shownAtFields = useFieldProblems(form, amend.problem)
  const back = () => void navigate({ to: '/o/$organizationId/programs/$programId', params: path })
  const submit = useCheckedSubmit(form, async ({ activities, reason, ...values }) => {
    const done = await amend.send({
      path,
      version: seen.version,
      body: { ...values, activities: planOf(activities), reason: reason.trim() },
    })
    if (!done) return
    notifications.show({ message: t`Изменение предложено участникам` })
    back()
  })
  return (
    <>
      <PageHeader title={t`Изменение программы`} />
      <Text mb="md">
        <Trans>
          Изменение начнёт действовать, когда его примут все участники. Выполненные мероприятия
          останутся в программе, здесь показаны остальные.
        </Trans>
      </Text>
      <form onSubmit={submit} noValidate>
        <Stack maw={900}>
          <Fieldset legend={t`Основное`}>
            <ContentFields form={form} />
          </Fieldset>
          <ActivityFields form={form} />
          <Textarea
            label={t`Почему`}
            required
            autosize
            minRows={3}
            maxLength={4000}
            {...form.getInputProps('reason')}
          />
          <ProblemAlert
            problem={amend.problem}
            shownAtFields={shownAtFields}
            onSaveOver={() => {
              seen.catchUp()
              amend.clear()
            }}
          />
          <Group>
            <Button type="submit" loading={amend.isPending}>
              <Trans>Предложить</Trans>
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
