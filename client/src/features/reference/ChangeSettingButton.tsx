import { Button, Group, Modal, NumberInput, Radio, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useSeenVersion } from '~/platform/forms/useSeenVersion'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { AllowedButton } from '~/ui/AllowedButton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { type Setting, unitOf } from './setting'

/** Sets the organization's own value; who may not is told who may. */
export function ChangeSettingButton({ setting }: { setting: Setting }) {
  const { t } = useLingui()
  const label = useLabels()
  const [opened, dialog] = useDisclosure()
  const name = label('settingKey', setting.key)
  return (
    <>
      <AllowedButton
        allowed={setting.allowed.includes('changeSetting')}
        why={t`Эту настройку меняет руководитель организации`}
        variant="default"
        aria-label={t`Изменить: ${name}`}
        onClick={dialog.open}
      >
        <Trans>Изменить</Trans>
      </AllowedButton>
      <Modal opened={opened} onClose={dialog.close} title={name} size="lg">
        <ChangeSettingForm setting={setting} onClose={dialog.close} />
      </Modal>
    </>
  )
}

interface FormProps {
  setting: Setting
  onClose: () => void
}

function ChangeSettingForm({ setting, onClose }: FormProps) {
  const { t } = useLingui()
  const label = useLabels()
  const organizationId = useOrganizationId()
  const change = useWrite('put', '/organizations/{organizationId}/reference/settings/{key}')
  const seen = useSeenVersion(setting)
  const { key, words, lowest, highest } = setting
  const isNumber = words.length === 0
  const form = useForm<{ value: string | number }>({
    initialValues: { value: isNumber ? Number(setting.value) : String(setting.value) },
  })
  const shownAtFields = useFieldProblems(form, change.problem)
  const isAtField = change.problem?.errors.some(({ pointer }) => shownAtFields(pointer))
  const submit = useCheckedSubmit(form, async ({ value }) => {
    const done = await change.send({
      path: { organizationId, key },
      version: seen.version,
      body: { value: isNumber ? Number(value) : value },
    })
    if (!done) return
    notifications.show({ message: t`Сохранено` })
    onClose()
  })
  const unit = unitOf(key)
  const numberLabel = { months: t`Месяцев`, days: t`Дней` }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {isNumber ? (
          <NumberInput
            label={unit ? numberLabel[unit] : t`Значение`}
            description={t`От ${lowest} до ${highest}`}
            required
            min={lowest}
            max={highest}
            allowDecimal={false}
            maw={280}
            data-autofocus
            {...form.getInputProps('value')}
          />
        ) : (
          <Radio.Group label={t`Значение`} required {...form.getInputProps('value')}>
            <Stack gap="sm" mt="xs">
              {words.map((word) => (
                <Radio key={word} value={word} label={label('settingWord', word)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {!isAtField && (
          <ProblemAlert
            problem={change.problem}
            onSaveOver={() => {
              seen.catchUp()
              change.clear()
            }}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Отмена</Trans>
          </Button>
          <Button type="submit" loading={change.isPending}>
            <Trans>Сохранить</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
