import {
  type CSSVariablesResolver,
  Modal,
  Notification,
  NumberInput,
  PasswordInput,
  Table,
  createTheme,
} from '@mantine/core'
import { DateInput } from '@mantine/dates'
import type { I18n } from '@lingui/core'
import { msg } from '@lingui/core/macro'

/** Texts inside the kit's own parts follow the reader's language, so the theme is made from it. */
export function makeTheme(i18n: I18n) {
  return createTheme({
    fontFamily:
      'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
    headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.75rem' } } },
    primaryShade: { light: 8, dark: 8 },
    autoContrast: true,
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Notification: Notification.extend({
        defaultProps: { closeButtonProps: { 'aria-label': i18n._(msg`Закрыть`) } },
      }),
      Modal: Modal.extend({
        defaultProps: { closeButtonProps: { 'aria-label': i18n._(msg`Закрыть`) } },
      }),
      PasswordInput: PasswordInput.extend({
        defaultProps: {
          visibilityToggleButtonProps: { 'aria-label': i18n._(msg`Показать или скрыть пароль`) },
        },
      }),
      // A number out of bounds is refused in words and never changed silently.
      NumberInput: NumberInput.extend({ defaultProps: { clampBehavior: 'none' } }),
      DateInput: DateInput.extend({
        defaultProps: {
          ariaLabels: {
            monthLevelControl: i18n._(msg`Выбрать месяц`),
            yearLevelControl: i18n._(msg`Выбрать год`),
            nextMonth: i18n._(msg`Следующий месяц`),
            previousMonth: i18n._(msg`Предыдущий месяц`),
            nextYear: i18n._(msg`Следующий год`),
            previousYear: i18n._(msg`Предыдущий год`),
            nextDecade: i18n._(msg`Следующее десятилетие`),
            previousDecade: i18n._(msg`Предыдущее десятилетие`),
          },
        },
      }),
      Table: Table.extend({ defaultProps: { layout: 'auto' } }),
    },
  })
}

/** Colors that miss 4.5:1 out of the box. */
export const readableColors: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#6b737b',
    '--mantine-color-error': '#b02525',
    '--mantine-color-anchor': '#1864ab',
    '--mantine-color-red-light-color': '#8f1d1d',
    '--mantine-color-green-light-color': '#1d5c2b',
    '--mantine-color-orange-light-color': '#8a3a06',
    '--mantine-color-blue-light-color': '#104f88',
    '--mantine-color-gray-light-color': '#343a40',
  },
  dark: {
    '--mantine-color-dimmed': '#adb5bd',
    '--mantine-color-placeholder': '#9aa2a9',
    '--mantine-color-error': '#ffa8a8',
    '--mantine-color-anchor': '#8cc4f5',
    '--mantine-color-red-light-color': '#ffc9c9',
    '--mantine-color-green-light-color': '#b2f2bb',
    '--mantine-color-orange-light-color': '#ffd8a8',
    '--mantine-color-blue-light-color': '#a5d8ff',
    '--mantine-color-gray-light-color': '#dee2e6',
  },
})
