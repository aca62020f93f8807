import type { Handlers, Named } from '../kernel/handlers.ts';
import { highlightHandlers } from './handlers-highlights.ts';
import { incidentHandlers } from './handlers-incidents.ts';
import { interventionHandlers } from './handlers-interventions.ts';
import { performanceHandlers } from './handlers-performance.ts';
import { timelineHandlers } from './handlers-timeline.ts';

export const conductHandlers: Handlers<Named<'performance'> | Named<'highlights'> | Named<'incidents'> | Named<'interventions'> | Named<'conduct'>> = {
  ...performanceHandlers, ...highlightHandlers, ...incidentHandlers, ...interventionHandlers, ...timelineHandlers,
};
export { countDueReviews, countOverdueIncidents } from './waiting.ts';
