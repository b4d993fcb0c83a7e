import { i18n } from '@lingui/core'
import { messages as russian } from '~/locales/ru'

type Locale = 'ru' | 'en'
const KEY = 'mentoring.locale'

export { i18n }

/** Russian comes with the application; English is fetched when somebody asks for it. */
export async function activateLocale(locale: Locale) {
  const messages = locale === 'en' ? (await import('~/locales/en')).messages : russian
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
  localStorage.setItem(KEY, locale)
}

export function storedLocale(): Locale {
  return localStorage.getItem(KEY) === 'en' ? 'en' : 'ru'
}

export const otherLocale = (locale: string): Locale => (locale === 'en' ? 'ru' : 'en')

/** Each language is named in itself: it is for those who do not read the other. */
export const LOCALE_NAMES: Record<Locale, string> = {
  ru: 'Русский', // not for translation
  en: 'English',
}
