import { Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import type { Answer, Body } from '~/platform/api/types'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useLabels } from '~/platform/labels/useLabels'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { NewApiKeyDialog } from './NewApiKeyDialog'
import { useKeyPaths } from './useKeyPaths'

type Offer = Answer<'listApiKeys'>['offer']
type Scope = Body<'createApiKey'>['scopes'][number]

const TERMS = [30, 90, 180, 365]
const USUAL_TERM = 90

interface Props {
  offer: Offer
}

/** Makes a key and shows it, this once. */
export function CreateApiKeyButton({ offer }: Props) {
  const { t } = useLingui()
  const [opened, dialog] = useDisclosure()
  const [created, setCreated] = useState<Answer<'createApiKey'> | null>(null)
  return (
    <>
      <Button onClick={dialog.open}>
        <Trans>Создать ключ</Trans>
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t`Новый ключ доступа`} size="lg">
        <CreateApiKeyForm
          offer={offer}
          onClose={dialog.close}
          onCreated={(answer) => {
            dialog.close()
            setCreated(answer)
          }}
        />
      </Modal>
      {created && <NewApiKeyDialog created={created} onClose={() => setCreated(null)} />}
    </>
  )
}

interface FormProps extends Props {
  onCreated: (created: Answer<'createApiKey'>) => void
  onClose: () => void
}

function CreateApiKeyForm({ offer, onCreated, onClose }: FormProps) {
  const { t } = useLingui()
  const label = useLabels()
  const { keys, tenant } = useKeyPaths()
  const create = useWrite('post', keys)
  const form = useForm<{ name: string; scopes: Scope[]; term: string | null }>({
    initialValues: { name: '', scopes: offer.scopes.slice(0, 1), term: String(USUAL_TERM) },
  })
  const shownAtFields = useFieldProblems(form, create.problem)
  const isAtField = create.problem?.errors.some(({ pointer }) => shownAtFields(pointer))
  const submit = useCheckedSubmit(form, async ({ name, scopes, term }) => {
    const done = await create.send({
      path: tenant,
      body: { name, scopes, validForDays: Number(term) },
    })
    if (done) onCreated(done.data)
  })
  const terms = TERMS.filter((days) => days <= offer.longestDays)
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t`Название`}
          description={t`Для какой системы ключ: так его узнают в списке`}
          required
          maxLength={100}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t`Что открывает`} required {...form.getInputProps('scopes')}>
          <Stack gap="sm" mt="xs">
            {offer.scopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={label('apiKeyScope', scope)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select
          label={t`Срок действия`}
          required
          allowDeselect={false}
          maw={280}
          data={terms.map((days) => ({
            value: String(days),
            label: t`${plural(days, { one: '# день', few: '# дня', many: '# дней', other: '# дня' })}`,
          }))}
          {...form.getInputProps('term')}
        />
        {!isAtField && <ProblemAlert problem={create.problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Отмена</Trans>
          </Button>
          <Button
            type="submit"
            loading={create.isPending}
            disabled={form.values.scopes.length === 0}
          >
            <Trans>Создать ключ</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
