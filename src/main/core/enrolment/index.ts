import type { Handlers, Named } from '../kernel/handlers.ts';
import { asOfHandlers } from './handlers-as-of.ts';
import { codeHandlers } from './handlers-codes.ts';
import { enrolmentHandlers as stayHandlers } from './handlers-enrolments.ts';
import { massHandlers } from './handlers-mass.ts';
import { placeHandlers } from './handlers-places.ts';

type Names = Named<'enrolments'> | Named<'enrolmentCodes'> | Named<'places'> | Named<'mass'> | Named<'asOf'>;
/** Everything dated about students: stays, divisions, places in classes. */
export const enrolmentHandlers: Handlers<Names> = { ...stayHandlers, ...codeHandlers, ...placeHandlers, ...massHandlers, ...asOfHandlers };
export { keepInStep } from './keep-in-step.ts';
export { refreshStayCards } from './repo-stay-cards.ts';
export { saveEnrolment } from './save-enrolment.ts';
