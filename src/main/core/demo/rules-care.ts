/** Health alerts as schools have them: what it is, and what to do. */
export const alerts = [
  { kind: 'allergy', severity: 'emergency', title: 'Φιστίκια και ξηροί καρποί', instructions: 'Ένεση αδρεναλίνης στο γραφείο. Κλήση 166 και ειδοποίηση της μητέρας.' },
  { kind: 'allergy', severity: 'attention', title: 'Πενικιλίνη', instructions: 'Να αναφέρεται σε κάθε γιατρό.' },
  { kind: 'condition', severity: 'emergency', title: 'Επιληψία', instructions: 'Πλάγια θέση, χωρίς περιορισμό. Αν η κρίση κρατήσει πάνω από 5 λεπτά, κλήση 166.' },
  { kind: 'condition', severity: 'attention', title: 'Άσθμα', instructions: 'Εισπνεόμενο στην τσάντα· πριν από τη γυμναστική δύο εισπνοές.' },
  { kind: 'condition', severity: 'attention', title: 'Διαβήτης τύπου 1', instructions: 'Μέτρηση πριν από το φαγητό. Σε υπογλυκαιμία χυμός ή ζάχαρη.' },
  { kind: 'medication', severity: 'information', title: 'Μεθυλφαινιδάτη', instructions: 'Το παίρνει στο σπίτι το πρωί.' },
  { kind: 'diet', severity: 'information', title: 'Κοιλιοκάκη', instructions: 'Χωρίς γλουτένη στις εκδρομές και στο κυλικείο.' },
  { kind: 'other', severity: 'information', title: 'Γυαλιά', instructions: 'Κάθεται στα μπροστινά θρανία.' },
] as const;

/** Fields that the demonstration's school keeps of its own. */
export const ownFields = [
  {
    labelEl: 'Γραμμή λεωφορείου', labelEn: 'Bus line', type: 'choice', fieldClass: 'ordinary',
    options: [{ value: 'north', labelEl: 'Βόρεια', labelEn: 'North' }, { value: 'south', labelEl: 'Νότια', labelEn: 'South' }, { value: 'none', labelEl: 'Δεν χρησιμοποιεί', labelEn: 'Does not use it' }],
  },
  {
    labelEl: 'Δεύτερη ξένη γλώσσα', labelEn: 'Second foreign language', type: 'choice', fieldClass: 'ordinary',
    options: [{ value: 'fr', labelEl: 'Γαλλικά', labelEn: 'French' }, { value: 'de', labelEl: 'Γερμανικά', labelEn: 'German' }, { value: 'it', labelEl: 'Ιταλικά', labelEn: 'Italian' }],
  },
  { labelEl: 'Αριθμός ερμαρίου', labelEn: 'Locker number', type: 'number', fieldClass: 'ordinary', options: [] },
] as const;

/** `Ομήρου 12, 199 01 Ανατολή` in its parts. */
export function splitAddress(address: string): { address: string; postalCode: string | null; city: string | null } {
  const parts = /^(.*), (\d{3} \d{2}) (.+)$/.exec(address);
  return { address: parts?.[1] ?? address, postalCode: parts?.[2] ?? null, city: parts?.[3] ?? null };
}
