import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './app/global.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { shareNonce } from './app/nonce'
import { createAppRouter } from './app/router'
import { activateLocale, storedLocale } from './platform/texts/i18n'

shareNonce()
await activateLocale(storedLocale())
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App router={createAppRouter()} />
  </StrictMode>,
)
