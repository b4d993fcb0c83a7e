import { Alert, Button, Group, Text } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconCalendarTime, IconCloudOff, IconWifiOff } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { outage, retryNow, stopWaiting } from '~/platform/api/outage'
import { useStore } from '~/platform/api/store'
import { formatDate } from '~/platform/calendar/dates'
import { useCurrentMembership, useSession } from '~/platform/session/SessionContext'

/** What the reader must know on any page: the demo's date, no network, no server. */
export function Notices() {
  return (
    <div className="no-print">
      <DemoNotice />
      <OfflineNotice />
      <OutageNotice />
    </div>
  )
}

function DemoNotice() {
  const { demo } = useSession()
  const membership = useCurrentMembership()
  if (!demo || !membership) return null
  const today = formatDate(membership.today)
  return (
    <Alert color="orange" variant="light" mb="sm" py="xs" icon={<IconCalendarTime aria-hidden />}>
      <Trans>
        Демонстрационный регион: данные вымышлены, сегодня здесь <strong>{today}</strong>.
      </Trans>
    </Alert>
  )
}

function OfflineNotice() {
  const { online } = useNetwork()
  if (online) return null
  return (
    <Alert role="status" color="orange" mb="sm" icon={<IconWifiOff aria-hidden />}>
      <Trans>Нет подключения к интернету. Введённое остаётся на странице.</Trans>
    </Alert>
  )
}

function OutageNotice() {
  const state = useStore(outage)
  if (!state) return null
  return (
    <Alert role="status" color="orange" mb="sm" icon={<IconCloudOff aria-hidden />}>
      <Group justify="space-between">
        <Text>
          <Trans>Сервер временно не отвечает. Введённое сохранено.</Trans>{' '}
          <Countdown retryAt={state.retryAt} />
        </Text>
        <Group gap="xs">
          <Button size="xs" variant="default" disabled={state.retryAt === null} onClick={retryNow}>
            <Trans>Повторить сейчас</Trans>
          </Button>
          <Button size="xs" variant="subtle" onClick={stopWaiting}>
            <Trans>Не ждать</Trans>
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}

/** Not announced: a number that changes every second is noise to a screen reader. */
function Countdown({ retryAt }: { retryAt: number | null }) {
  const { t } = useLingui()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  const seconds = retryAt === null ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000))
  return (
    <span aria-hidden>
      {retryAt === null ? t`Повторяем запрос…` : t`Повторим через ${seconds} с.`}
    </span>
  )
}
