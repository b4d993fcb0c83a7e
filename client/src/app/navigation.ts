import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import {
  type Icon,
  IconActivity,
  IconBuilding,
  IconCalendarEvent,
  IconChartBar,
  IconChecklist,
  IconFileCheck,
  IconFileText,
  IconHeartHandshake,
  IconKey,
  IconLayoutDashboard,
  IconSchool,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import type { Membership } from '~/platform/session/SessionContext'

interface NavigationItem {
  /** Under the tenant's address. */
  segment: string
  label: MessageDescriptor
  icon: Icon
  permission: string
}

const KEYS: NavigationItem = {
  segment: 'keys',
  label: msg`Ключи доступа`,
  icon: IconKey,
  permission: 'apiKeys.view',
}

const ITEMS: Record<Membership['tenantKind'], NavigationItem[]> = {
  organization: [
    { segment: 'board', label: msg`Сегодня`, icon: IconLayoutDashboard, permission: 'board.view' },
    { segment: 'pairs', label: msg`Пары`, icon: IconHeartHandshake, permission: 'pairs.view' },
    {
      segment: 'programs',
      label: msg`Программы`,
      icon: IconChecklist,
      permission: 'programs.view',
    },
    {
      segment: 'meetings',
      label: msg`Встречи`,
      icon: IconCalendarEvent,
      permission: 'meetings.view',
    },
    { segment: 'mentors', label: msg`Наставники`, icon: IconUsers, permission: 'mentors.view' },
    { segment: 'mentees', label: msg`Наставляемые`, icon: IconSchool, permission: 'mentees.view' },
    { segment: 'consents', label: msg`Согласия`, icon: IconFileCheck, permission: 'consents.view' },
    { segment: 'orders', label: msg`Приказы`, icon: IconFileText, permission: 'orders.view' },
    { segment: 'figures', label: msg`Показатели`, icon: IconChartBar, permission: 'figures.own' },
    {
      segment: 'settings',
      label: msg`Настройки`,
      icon: IconSettings,
      permission: 'reference.changeSetting',
    },
    KEYS,
  ],
  municipality: [
    {
      segment: 'dashboard',
      label: msg`Показатели`,
      icon: IconChartBar,
      permission: 'figures.municipality',
    },
    {
      segment: 'organizations',
      label: msg`Организации`,
      icon: IconBuilding,
      permission: 'organizations.list',
    },
    KEYS,
  ],
  region: [
    {
      segment: 'dashboard',
      label: msg`Показатели`,
      icon: IconChartBar,
      permission: 'figures.region',
    },
    {
      segment: 'work-runs',
      label: msg`Фоновая работа`,
      icon: IconActivity,
      permission: 'workRuns.view',
    },
    KEYS,
  ],
}

/** What a person may open in a tenant, by permission. */
export function navigationOf(
  membership: Pick<Membership, 'tenantKind' | 'permissions'>,
): NavigationItem[] {
  return ITEMS[membership.tenantKind].filter((item) =>
    membership.permissions.includes(item.permission),
  )
}
