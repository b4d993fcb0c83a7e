import { Button, Group, MultiSelect, Select, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { PersonSelect } from '~/features/people'
import { useReference } from '~/features/reference'
import { useRead, useWrite } from '~/platform/api/api'
import { orNull } from '~/platform/forms/text'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { fullName } from '~/ui/PersonName'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { MatchFacts } from './MatchFacts'

function useMentorChoices() {
  const [q, onSearch] = useState('')
  const organizationId = useOrganizationId()
  const { t } = useLingui()
  const label = useLabels()
  const { data, isPending } = useRead('/organizations/{organizationId}/mentors', {
    path: { organizationId },
    query: { q: q || undefined, limit: 50 },
  })
  const choices = (data?.items ?? []).map((mentor) => ({
    value: mentor.id,
    label: t`${fullName(mentor.person)}, ${mentor.position} (${label('mentorState', mentor.state)}, свободно мест: ${mentor.places.free})`,
  }))
  return { choices, isPending, onSearch }
}

function useMenteeChoices() {
  const [q, onSearch] = useState('')
  const organizationId = useOrganizationId()
  const label = useLabels()
  const { name } = useReference()
  const { data, isPending } = useRead('/organizations/{organizationId}/mentees', {
    path: { organizationId },
    query: { q: q || undefined, limit: 50 },
  })
  const choices = (data?.items ?? []).map((mentee) => ({
    value: mentee.id,
    label: `${fullName(mentee.person)}, ${name('menteeCategories', mentee.categoryCode)} (${label('menteeState', mentee.state)})`,
  }))
  return { choices, isPending, onSearch }
}

/** A curator brings two people together; both then answer for themselves. */
export function ProposePairPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const navigate = useNavigate()
  const { data, options } = useReference()
  const mentors = useMentorChoices()
  const mentees = useMenteeChoices()
  const propose = useWrite('post', '/organizations/{organizationId}/pairs')
  const form = useForm({
    initialValues: {
      mentorId: '',
      menteeId: '',
      formCode: '',
      roleModelCode: '',
      kindCodes: [] as string[],
      topic: '',
    },
    validate: {
      mentorId: (value) => (value ? null : t`Выберите наставника`),
      menteeId: (value) => (value ? null : t`Выберите наставляемого`),
      formCode: (value) => (value ? null : t`Выберите форму`),
    },
  })
  useFieldProblems(form, propose.problem)
  const roleModels = data?.forms.find(({ code }) => code === form.values.formCode)?.roleModels ?? []

  const submit = form.onSubmit(async (values) => {
    const done = await propose.send({
      path: { organizationId },
      body: {
        mentorId: values.mentorId,
        menteeId: values.menteeId,
        formCode: values.formCode,
        roleModelCode: orNull(values.roleModelCode),
        kindCodes: values.kindCodes,
        topic: orNull(values.topic),
      },
    })
    if (!done) return
    notifications.show({ message: t`Пара предложена. Теперь ответ за наставником и наставляемым.` })
    await navigate({
      to: '/o/$organizationId/pairs/$pairId',
      params: { organizationId, pairId: done.data.id },
    })
  })

  return (
    <>
      <PageHeader title={t`Новая пара`} />
      <form onSubmit={submit} noValidate>
        <Stack maw={720}>
          <PersonSelect
            required
            label={t`Наставник`}
            {...mentors}
            value={form.values.mentorId || null}
            onChange={(value) => form.setFieldValue('mentorId', value ?? '')}
            error={form.errors.mentorId}
          />
          <PersonSelect
            required
            label={t`Наставляемый`}
            {...mentees}
            value={form.values.menteeId || null}
            onChange={(value) => form.setFieldValue('menteeId', value ?? '')}
            error={form.errors.menteeId}
          />
          <MatchFacts mentorId={form.values.mentorId} menteeId={form.values.menteeId} />
          <Select
            label={t`Форма наставничества`}
            description={t`Кто с кем`}
            required
            data={options('forms')}
            {...form.getInputProps('formCode')}
            value={form.values.formCode || null}
            onChange={(value) => {
              form.setFieldValue('formCode', value ?? '')
              form.setFieldValue('roleModelCode', '')
            }}
          />
          {roleModels.length > 0 && (
            <Select
              label={t`Ролевая модель`}
              clearable
              data={roleModels.map(({ code, name }) => ({ value: code, label: name }))}
              {...form.getInputProps('roleModelCode')}
              value={form.values.roleModelCode || null}
              onChange={(value) => form.setFieldValue('roleModelCode', value ?? '')}
            />
          )}
          <MultiSelect
            label={t`Виды наставничества`}
            description={t`Как именно`}
            data={options('kinds')}
            searchable
            {...form.getInputProps('kindCodes')}
          />
          <Textarea
            label={t`О чём договариваются`}
            autosize
            minRows={2}
            maxLength={500}
            {...form.getInputProps('topic')}
          />
          <ProblemAlert problem={propose.problem} shownAtFields={() => true} />
          <Group>
            <Button type="submit" loading={propose.isPending}>
              <Trans>Предложить пару</Trans>
            </Button>
            <Button
              variant="default"
              onClick={() =>
                void navigate({ to: '/o/$organizationId/pairs', params: { organizationId } })
              }
            >
              <Trans>Отмена</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  )
}
