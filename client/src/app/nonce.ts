/** The nonce that the server put into this page; the content security policy lets nothing else in. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

declare global {
  var __webpack_nonce__: string | undefined
}

/** The scroll lock of dialogs adds a style element and looks for its nonce under this name. */
export function shareNonce() {
  globalThis.__webpack_nonce__ = pageNonce()
}
