import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId, usePermission } from '~/platform/session/SessionContext'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { Loaded } from '~/ui/states'
import { RecordConsentDialog, type Representative } from './RecordConsentDialog'
import type { Consent } from './types'
import { WithdrawConsentButton } from './WithdrawConsentButton'

interface Props {
  personId: string
  isMinor: boolean
  representatives: Representative[]
}

/** The papers of one person: consents to the processing of personal data. */
export function PersonConsents({ personId, isMinor, representatives }: Props) {
  const { t } = useLingui()
  const mayView = usePermission('consents.view')
  const mayRecord = usePermission('consents.record')
  const [opened, dialog] = useDisclosure()
  if (!mayView) return null
  return (
    <Section
      title={t`Согласия на обработку персональных данных`}
      actions={
        mayRecord && (
          <Button variant="default" size="xs" onClick={dialog.open}>
            <Trans>Записать согласие</Trans>
          </Button>
        )
      }
    >
      <ConsentList personId={personId} />
      {opened && (
        <RecordConsentDialog
          personId={personId}
          isMinor={isMinor}
          representatives={representatives}
          onClose={dialog.close}
        />
      )}
    </Section>
  )
}

function ConsentList({ personId }: { personId: string }) {
  const organizationId = useOrganizationId()
  const query = useReadPages('/organizations/{organizationId}/consents', {
    path: { organizationId },
    query: { personId },
  })
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const consents = pages.flatMap((page) => page.items)
        if (consents.length === 0) {
          return (
            <Text c="dimmed">
              <Trans>Согласие ещё не записано. Без него человека нельзя принять и закрепить.</Trans>
            </Text>
          )
        }
        return (
          <List listStyleType="none" spacing="md">
            {consents.map((consent) => (
              <List.Item key={consent.id}>
                <ConsentLine consent={consent} />
              </List.Item>
            ))}
          </List>
        )
      }}
    </Loaded>
  )
}

function ConsentLine({ consent }: { consent: Consent }) {
  const label = useLabels()
  const given = formatDate(consent.givenOn)
  const until = formatDate(consent.validUntil)
  const withdrawn = formatDate(consent.withdrawnOn)
  return (
    <Stack gap={2}>
      <Group gap="sm">
        <StateBadge of="consentState" state={consent.state} />
        <Text fw={600}>{label('consentScope', consent.scope)}</Text>
      </Group>
      <Text size="sm">
        <Trans>
          Дано {given}, действует до {until}. Редакция текста: {consent.textVersion}.
        </Trans>{' '}
        {consent.paperReference}
      </Text>
      <Text size="sm" c="dimmed">
        <Signers consent={consent} />
      </Text>
      {consent.withdrawnOn && (
        <Text size="sm">
          <Trans>
            Отозвано {withdrawn}: {consent.withdrawnReason}
          </Trans>
        </Text>
      )}
      <WithdrawConsentButton consent={consent} />
    </Stack>
  )
}

function Signers({ consent }: { consent: Consent }) {
  const representative = consent.representativeName
  if (consent.subjectSigned && representative)
    return <Trans>Подписали сам человек и законный представитель ({representative})</Trans>
  if (representative) return <Trans>Подписал законный представитель ({representative})</Trans>
  return <Trans>Подписал сам человек</Trans>
}
