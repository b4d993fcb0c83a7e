import { Button, Card, Fieldset, Group, Select, Stack, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import type { MenteeValues } from './values'

interface Props {
  form: UseFormReturnType<MenteeValues>
  topics: { value: string; label: string }[]
}

/** What a mentee asks for: a topic from the list and, if one wants, own words. */
export function RequestFields({ form, topics }: Props) {
  const { t } = useLingui()
  return (
    <Fieldset legend={t`Запросы`}>
      <Stack>
        {form.values.requests.map((request, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows of a form are known by their place
          <Card key={index} withBorder padding="sm">
            <Stack gap="sm">
              <Select
                label={t`Тема`}
                required
                searchable
                data={topics}
                {...form.getInputProps(`requests.${index}.topicCode`)}
                value={request.topicCode || null}
              />
              <Textarea
                label={t`Своими словами`}
                autosize
                minRows={1}
                maxLength={1000}
                {...form.getInputProps(`requests.${index}.text`)}
              />
              <Group>
                <Button
                  size="xs"
                  variant="subtle"
                  color="red"
                  onClick={() => form.removeListItem('requests', index)}
                >
                  <Trans>Убрать запрос</Trans>
                </Button>
              </Group>
            </Stack>
          </Card>
        ))}
        <Group>
          <Button
            variant="default"
            onClick={() => form.insertListItem('requests', { topicCode: '', text: '' })}
          >
            <Trans>Добавить запрос</Trans>
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}
