import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Section } from '~/ui/Section'

/** Who has read a signed order; the clerk records the signatures of the sheet. */
export function AcknowledgmentSection({ order }: { order: Answer<'getOrder'> }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const [chosen, setChosen] = useState<string[]>([])
  const [acknowledgedOn, setAcknowledgedOn] = useState<string | null>(today)
  const acknowledge = useWrite(
    'post',
    '/organizations/{organizationId}/orders/{orderId}/acknowledgments',
  )
  const mayRecord = order.allowed.includes('acknowledgeOrder')
  if (!order.signedOn || order.acknowledgments.length === 0) return null
  const send = async () => {
    const done = await acknowledge.send({
      path: { organizationId, orderId: order.id },
      body: { personIds: chosen, acknowledgedOn: acknowledgedOn ?? '' },
    })
    if (!done) return
    setChosen([])
    notifications.show({ message: t`Ознакомление записано` })
  }
  const waiting = order.acknowledgments.filter((person) => !person.acknowledgedOn)
  const read = order.acknowledgments.filter((person) => person.acknowledgedOn)
  return (
    <Section title={t`Ознакомлены ${order.acknowledged.n} из ${order.acknowledged.of}`}>
      <Stack>
        {read.map((person) => {
          const date = formatDate(person.acknowledgedOn)
          return (
            <Text key={person.personId}>
              {person.name} — {date}
            </Text>
          )
        })}
        {waiting.length > 0 && !mayRecord && (
          <Text c="dimmed">
            <Trans>Ещё не ознакомлены: {waiting.map(({ name }) => name).join(', ')}</Trans>
          </Text>
        )}
        {waiting.length > 0 && mayRecord && (
          <>
            <Checkbox.Group
              label={t`Подписали лист ознакомления`}
              value={chosen}
              onChange={setChosen}
            >
              <Stack mt="xs" gap="xs">
                {waiting.map((person) => (
                  <Checkbox key={person.personId} value={person.personId} label={person.name} />
                ))}
              </Stack>
            </Checkbox.Group>
            <Group align="flex-end">
              <DateField
                label={t`Дата ознакомления`}
                value={acknowledgedOn}
                onChange={setAcknowledgedOn}
              />
              <Button
                disabled={chosen.length === 0}
                loading={acknowledge.isPending}
                onClick={() => void send()}
              >
                <Trans>Записать</Trans>
              </Button>
            </Group>
          </>
        )}
        <ProblemAlert problem={acknowledge.problem} />
      </Stack>
    </Section>
  )
}
