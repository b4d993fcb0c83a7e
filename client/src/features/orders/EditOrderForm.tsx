import { Button, Fieldset, Group, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useSeenVersion } from '~/platform/forms/useSeenVersion'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { ProblemAlert } from '~/ui/ProblemAlert'

interface Props {
  order: Answer<'getOrder'>
  onClose: () => void
}

/** The words of a draft; the numbering of clauses is the paper's. */
export function EditOrderForm({ order, onClose }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const edit = useWrite('put', '/organizations/{organizationId}/orders/{orderId}')
  const seen = useSeenVersion(order)
  const form = useForm({
    initialValues: {
      heading: order.heading,
      preamble: order.preamble,
      clauses: order.clauses,
      control: order.control,
      signatory: order.signatory,
    },
  })
  const shownAtFields = useFieldProblems(form, edit.problem)
  const submit = useCheckedSubmit(form, async (values) => {
    const done = await edit.send({
      path: { organizationId, orderId: order.id },
      version: seen.version,
      body: values,
    })
    if (!done) return
    notifications.show({ message: t`Сохранено` })
    onClose()
  })
  return (
    <>
      <PageHeader title={t`Правка проекта приказа`} />
      <form onSubmit={submit} noValidate>
        <Stack maw={820}>
          <Textarea
            label={t`Заголовок`}
            required
            autosize
            maxLength={500}
            {...form.getInputProps('heading')}
          />
          <Textarea
            label={t`Основание`}
            required
            autosize
            minRows={3}
            maxLength={4000}
            {...form.getInputProps('preamble')}
          />
          <Fieldset legend={t`Пункты`}>
            <Stack>
              {form.values.clauses.map((_, index) => {
                const number = index + 1
                return (
                  // oxlint-disable-next-line react/no-array-index-key -- a clause is known by its number
                  <Group key={index} align="flex-end" wrap="nowrap">
                    <Textarea
                      flex={1}
                      label={t`Пункт ${number}`}
                      autosize
                      minRows={2}
                      maxLength={4000}
                      {...form.getInputProps(`clauses.${index}.text`)}
                    />
                    <Button
                      variant="subtle"
                      color="red"
                      aria-label={t`Убрать пункт ${number}`}
                      onClick={() => form.removeListItem('clauses', index)}
                    >
                      <Trans>Убрать</Trans>
                    </Button>
                  </Group>
                )
              })}
              <Group>
                <Button
                  variant="default"
                  onClick={() => form.insertListItem('clauses', { text: '', subClauses: [] })}
                >
                  <Trans>Добавить пункт</Trans>
                </Button>
              </Group>
            </Stack>
          </Fieldset>
          <Textarea
            label={t`Контроль`}
            required
            autosize
            minRows={2}
            maxLength={1000}
            {...form.getInputProps('control')}
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
            <Button variant="default" onClick={onClose}>
              <Trans>Отмена</Trans>
            </Button>
          </Group>
        </Stack>
      </form>
    </>
  )
}
