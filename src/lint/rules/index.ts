import type { Rule } from '../rule.ts';
import { accessDateMissing } from './access-date-missing.ts';
import { accessDateUnreadable } from './access-date-unreadable.ts';
import { accessDateAfterDocument, accessDateBeforeIssue, accessDateInFuture } from './access-dates.ts';
import { accessPhraseLanguage } from './access-phrase-language.ts';
import { apostropheForm } from './apostrophe-form.ts';
import { authorInitial } from './author-initial.ts';
import { authorOrder } from './author-order.ts';
import { bibDuplicateKey, bibRules } from './bib.ts';
import { bodyYearConflict } from './body-year-conflict.ts';
import { cjkSpacing } from './cjk-spacing.ts';
import { closingStop } from './closing-stop.ts';
import { commaSpacing } from './comma-spacing.ts';
import { crossedPairs } from './crossed-pairs.ts';
import { dateFormat } from './date-format.ts';
import { dateInvalid } from './date-invalid.ts';
import { dateUrlMismatch } from './date-url-mismatch.ts';
import { doiForm, doiTrailingStop } from './doi.ts';
import { duplicateCitation, duplicateOtherLocator, sameTitleOtherWork } from './duplicate-work.ts';
import { foundWhileReading } from './found-while-reading.ts';
import { governmentPath } from './government-path.ts';
import { malformedMarker } from './malformed-marker.ts';
import { markerPlacement } from './marker-placement.ts';
import { markerSpacing } from './marker-spacing.ts';
import { missingFields } from './missing-field.ts';
import { nameVariants } from './name-variants.ts';
import { noBreakSpace } from './no-break-space.ts';
import { noLink } from './no-link.ts';
import { pageWords } from './page-words.ts';
import { pinpointMissing } from './pinpoint-missing.ts';
import { punctuationWidth } from './punctuation-width.ts';
import { quoteComma } from './quote-comma.ts';
import { quoteNesting } from './quote-nesting.ts';
import { rangeDash } from './range-dash.ts';
import { straySpace } from './stray-space.ts';
import { titleQuotes } from './title-quotes.ts';
import { unbalancedBrackets, unbalancedQuotes } from './unbalanced.ts';
import { urlGlued } from './url-glued.ts';
import { urlInsecure } from './url-insecure.ts';
import { urlPageParameter } from './url-page-parameter.ts';
import { urlScheme } from './url-scheme.ts';
import { urlTextFragment } from './url-text-fragment.ts';
import { urlTouchingBracket } from './url-touching-bracket.ts';
import { urlTracking } from './url-tracking.ts';
import { urlTrailingStop } from './url-trailing-stop.ts';
import { volumeIssueForm } from './volume-issue-form.ts';

/** Every rule there is: markers, links, pairs, dates, fields, repetition, habits, bibliographies. */
export const rules: readonly Rule[] = [
  malformedMarker,
  ...foundWhileReading,
  markerPlacement,
  markerSpacing,
  urlGlued,
  urlTouchingBracket,
  urlTrailingStop,
  urlScheme,
  urlInsecure,
  urlTracking,
  urlPageParameter,
  urlTextFragment,
  doiForm,
  doiTrailingStop,
  noLink,
  governmentPath,
  unbalancedBrackets,
  unbalancedQuotes,
  crossedPairs,
  quoteNesting,
  accessDateMissing,
  accessDateBeforeIssue,
  accessDateAfterDocument,
  accessDateInFuture,
  accessDateUnreadable,
  accessPhraseLanguage,
  dateInvalid,
  dateUrlMismatch,
  bodyYearConflict,
  ...missingFields,
  pinpointMissing,
  duplicateCitation,
  duplicateOtherLocator,
  sameTitleOtherWork,
  closingStop,
  titleQuotes,
  quoteComma,
  pageWords,
  rangeDash,
  dateFormat,
  punctuationWidth,
  cjkSpacing,
  commaSpacing,
  straySpace,
  noBreakSpace,
  authorOrder,
  authorInitial,
  volumeIssueForm,
  apostropheForm,
  nameVariants,
  bibDuplicateKey,
  ...bibRules,
];
