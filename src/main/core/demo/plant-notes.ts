import { note } from '../store/schema/index.ts';
import type { Planter } from './planter.ts';
import type { PlantedStudent } from './plant-students.ts';
import type { Random } from './rules-random.ts';

const texts = [
  'Τηλεφώνησε η μητέρα: να ειδοποιείται πρώτα στο κινητό, το σταθερό δεν απαντά τα πρωινά.',
  'Προσκόμισε βεβαίωση φοίτησης από το προηγούμενο σχολείο· εκκρεμεί το πρωτότυπο.',
  'Ζητήθηκε πιστοποιητικό για αθλητικό σωματείο. Παραδόθηκε στον πατέρα.',
  'Συμμετέχει στην ομάδα ρομποτικής, προπόνηση κάθε Τετάρτη μετά το τέλος των μαθημάτων.',
  'Έγινε ενημέρωση κηδεμόνα για τις απουσίες της Δευτέρας. Θα φέρει δικαιολογητικά.',
  'Άλλαξε διεύθυνση τον περασμένο μήνα· η υπεύθυνη δήλωση είναι στον φάκελο.',
  'Ο παππούς παραλαμβάνει κάθε Παρασκευή, υπάρχει έγγραφη συγκατάθεση.',
  'Ζήτησε πληροφορίες για τις ομάδες προσανατολισμού της επόμενης τάξης.',
  'Parents prefer letters in English; the mother speaks some Greek.',
  'Διακρίθηκε στον διαγωνισμό της Μαθηματικής Εταιρείας. Να αναφερθεί στην εκδήλωση λήξης.',
  'Να οριστεί συνάντηση με τον σύμβουλο: δυσκολία προσαρμογής μετά τη μετεγγραφή.',
  'Επιστράφηκαν τα βιβλία της βιβλιοθήκης, δεν υπάρχει εκκρεμότητα.',
] as const;

/** Writes a note on one in fifteen of those who are enrolled. */
export function plantNotes({ plant }: Planter, random: Random, students: readonly PlantedStudent[]): void {
  for (const { id, plan } of students) {
    if (plan.stays.at(-1)?.to === null && random.chance(1 / 15)) plant(note, { studentId: id, text: random.pick(texts) });
  }
}
