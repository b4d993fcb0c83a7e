export { ExpiredSessionDialog } from './ExpiredSessionDialog'
export { SignInPage } from './SignInPage'
