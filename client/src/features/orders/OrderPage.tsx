import { Alert, Button, List, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconDownload } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { PageHeader } from '~/ui/PageHeader'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { TextLink } from '~/ui/links'
import { Loaded } from '~/ui/states'
import { AcknowledgmentSection } from './AcknowledgmentSection'
import { CancelOrderButton } from './CancelOrderButton'
import { EditOrderForm } from './EditOrderForm'
import { OrderPaper } from './OrderPaper'
import { RevokeOrderButton } from './RevokeOrderButton'
import { SignOrderButton } from './SignOrderButton'
import { WaitingPairs } from './WaitingPairs'

type Order = Answer<'getOrder'>
const route = getRouteApi('/o/$organizationId/orders/$orderId')

/** One order: read it as paper, edit, sign, record who has read it. */
export function OrderPage() {
  const path = route.useParams()
  const query = useRead('/organizations/{organizationId}/orders/{orderId}', { path })
  return (
    <Loaded query={query} page>
      {(order) => <OrderDetails order={order} />}
    </Loaded>
  )
}

function OrderDetails({ order }: { order: Order }) {
  const { t } = useLingui()
  const path = route.useParams()
  const [isEdited, setEdited] = useState(false)
  const [signed, setSigned] = useState<Answer<'signOrder'> | null>(null)
  const signedOn = formatDate(order.signedOn)
  const file = `/api/v1/organizations/${path.organizationId}/orders/${path.orderId}/document`
  if (isEdited) return <EditOrderForm order={order} onClose={() => setEdited(false)} />
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={order.number ? t`Приказ № ${order.number} от ${signedOn}` : t`Проект приказа`}
          description={order.heading}
          badge={<StateBadge of="orderState" state={order.state} />}
          actions={
            <>
              <SignOrderButton order={order} onSigned={setSigned} />
              {order.allowed.includes('editOrder') && (
                <Button variant="default" onClick={() => setEdited(true)}>
                  <Trans>Изменить</Trans>
                </Button>
              )}
              <Button
                component="a"
                href={file}
                download
                variant="default"
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                <Trans>Скачать .docx</Trans>
              </Button>
              <CancelOrderButton order={order} />
              <RevokeOrderButton order={order} />
            </>
          }
        />
        {order.revocation && <Revoked revocation={order.revocation} />}
        {signed && order.state !== 'revoked' && <WaitingPairs order={order} signed={signed} />}
        <Section title={t`Пары`}>
          <Pairs order={order} />
        </Section>
        <AcknowledgmentSection order={order} />
      </div>
      <OrderPaper order={order} />
    </>
  )
}

function Revoked({ revocation }: { revocation: NonNullable<Order['revocation']> }) {
  const { t } = useLingui()
  const revokedOn = formatDate(revocation.revokedOn)
  return (
    <Alert color="red" variant="light" mb="md" title={t`Приказ отменён ${revokedOn}`}>
      {revocation.reason}
    </Alert>
  )
}

function Pairs({ order }: { order: Order }) {
  const { organizationId } = route.useParams()
  return (
    <List listStyleType="none" spacing="xs">
      {order.pairs.map((pair) => (
        <List.Item key={pair.pairId}>
          <Stack gap={0}>
            <TextLink
              to="/o/$organizationId/pairs/$pairId"
              params={{ organizationId, pairId: pair.pairId }}
            >
              {pair.mentorName} — {pair.menteeName}
            </TextLink>
            <Text size="sm" c="dimmed">
              {pair.formName}
            </Text>
          </Stack>
        </List.Item>
      ))}
    </List>
  )
}
