/** Marks in class names, ids and form addresses, each with what it is a sign of. */
export const markupSigns: readonly (readonly [sign: string, pattern: RegExp])[] = [
  [
    'cf-challenge',
    /^(?:cf-browser-verification|cf-challenge-running|cf[-_]chl|challenge-(?:form|running|stage|error)|cf-im-under-attack|cf-error-details|cf-wrapper|action:.{0,200}__cf_chl)/,
  ],
  [
    'login-form',
    /^(?:login-?form|loginform|sign-?in-?form|login-box|js-login-form|action:.{0,200}(?:login|signin|sign-in))/,
  ],
  [
    'paywall',
    /^(?:paywall|paywall-overlay|subscriber-only|article-paywall|tp-modal|piano-container|gate-container|metered-paywall|regwall)/,
  ],
  ['cookie-wall', /^(?:cookie-wall|consent-wall|action:.{0,100}consent\.)/],
];
