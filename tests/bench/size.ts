/** How large the school is that is measured. */
export interface Size { students: number; importRows: number; divisions: number; assessmentsPerSection: number; calls: number }

/** The bars are stated for this school: 50,000 students in class divisions of 35, 1,000,000 scores, files of 100,000 rows. */
export const fullSize: Size = { students: 50_000, importRows: 100_000, divisions: 1_430, assessmentsPerSection: 2, calls: 600 };
/** A tenth, to see that everything works. */
export const quickSize: Size = { students: 5_000, importRows: 10_000, divisions: 143, assessmentsPerSection: 2, calls: 120 };

/** Sections of a division, which all of its students attend. */
export const sectionsPerDivision = 10;
