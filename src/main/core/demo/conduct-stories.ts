/** Something good that students of the demonstration did. */
export const highlightStories = [
  { kind: 'award', text: 'Αργυρό μετάλλιο στον «Ευκλείδη» της Ελληνικής Μαθηματικής Εταιρείας.' },
  { kind: 'effort', text: 'Ανέβηκε τέσσερις μονάδες στην Άλγεβρα μέσα σε δύο μήνες.' },
  { kind: 'kindness', text: 'Κάθε μέρα βοηθά συμμαθητή με σπασμένο πόδι να μεταφέρει τα βιβλία του.' },
  { kind: 'achievement', text: 'Πρώτη θέση στον ημιτελικό δισκοβολίας των σχολικών αγώνων.' },
  { kind: 'achievement', text: 'Παρουσίασε εξαιρετική εργασία για το κίνημα του Διαφωτισμού.' },
  { kind: 'kindness', text: 'Οργάνωσε τη συλλογή τροφίμων για το κοινωνικό παντοπωλείο.' },
  { kind: 'award', text: 'Έπαινος στον διαγωνισμό λογοτεχνίας του Δήμου για το διήγημα «Το λιμάνι».' },
  { kind: 'effort', text: 'Reads an English novel a month and presents each to the class.' },
  { kind: 'other', text: 'Εκπροσώπησε το σχολείο στη Βουλή των Εφήβων.' },
  { kind: 'achievement', text: 'Η ομάδα ρομποτικής προκρίθηκε στον πανελλήνιο διαγωνισμό.' },
] as const;

/** What happened in the demonstration school. `roles`: of the students involved, in order. */
export const incidentStories = [
  { kind: 'behaviour', severity: 1, place: 'Αίθουσα', time: '09:20', roles: ['responsible'], description: 'Διέκοπτε επανειλημμένα το μάθημα παρά τις παρατηρήσεις.', action: 'Συζήτηση μετά το μάθημα.' },
  { kind: 'behaviour', severity: 2, place: 'Προαύλιο', time: '10:35', roles: ['responsible', 'affected', 'witness'], description: 'Λογομαχία που κατέληξε σε σπρωξίματα. Τους χώρισε ο εφημερεύων.', action: 'Ενημερώθηκαν οι γονείς τηλεφωνικά.' },
  { kind: 'damage', severity: 1, place: 'Εργαστήριο πληροφορικής', time: '11:45', roles: ['responsible'], description: 'Έσπασε το ποντίκι ενός υπολογιστή από απροσεξία.', action: null },
  { kind: 'accident', severity: 2, place: 'Γυμναστήριο', time: '12:10', roles: ['affected'], description: 'Στραμπούλιγμα στον αστράγαλο κατά το μάθημα Φυσικής Αγωγής. Μπήκε πάγος.', action: 'Την παρέλαβε η μητέρα της στις 12:40.' },
  { kind: 'absence', severity: 1, place: null, time: '13:05', roles: ['responsible', 'responsible'], description: 'Έφυγαν από το σχολείο την τελευταία ώρα χωρίς άδεια.', action: 'Καταχωρίστηκαν απουσίες και ενημερώθηκαν οι κηδεμόνες.' },
  { kind: 'bullying', severity: 3, place: 'Διαδίκτυο', time: null, roles: ['responsible', 'affected'], description: 'Υβριστικά μηνύματα σε ομαδική συνομιλία της τάξης. Υπάρχουν στιγμιότυπα οθόνης.', action: 'Ορίστηκε συνάντηση με τους γονείς και τη σύμβουλο.' },
  { kind: 'behaviour', severity: 1, place: 'Διάδρομος Β΄ ορόφου', time: '08:25', roles: ['involved', 'involved'], description: 'Τρέξιμο και φωνές στον διάδρομο την ώρα του μαθήματος.', action: null },
  { kind: 'other', severity: 1, place: 'Κυλικείο', time: '10:30', roles: ['affected'], description: 'Lost a purse with a bus pass and some money; it was found in the canteen and given back.', action: 'Handed over by the office.' },
] as const;

/** Incidents that concern a child's protection: principal, counsellor and administrator see them. */
export const safeguardingStories = [
  { kind: 'other', severity: 3, place: 'Γραφείο συμβούλου', time: null, description: 'Εμπιστεύτηκε στη σύμβουλο εντάσεις στο σπίτι. Χρειάζεται διακριτική παρακολούθηση.', action: 'Επικοινωνία με την ΕΔΥ του σχολείου.' },
  { kind: 'bullying', severity: 3, place: null, time: null, description: 'Ανώνυμη καταγγελία για συστηματικό εκφοβισμό εκτός σχολείου.', action: null },
] as const;

/** What was done after an incident. */
export const followUpStories = [
  'Τηλεφωνική επικοινωνία με τον κηδεμόνα· συμφώνησε να μιλήσει μαζί του το απόγευμα.', 'Συζήτηση με τους εμπλεκόμενους παρουσία του υπευθύνου του τμήματος.',
  'Ζητήθηκε συγγνώμη μπροστά στην τάξη.', 'Ενημερώθηκε ο Σύλλογος Διδασκόντων.', 'Spoke with both students; they agreed to sit apart for now.', 'Καλή πορεία αυτή την εβδομάδα, συνεχίζουμε.',
] as const;

/** What is being done for students. `outcome` of those that have ended. */
export const interventionStories = [
  { kind: 'support', goal: 'Ενισχυτική διδασκαλία στην Άλγεβρα, δύο ώρες την εβδομάδα, ώσπου να περάσει τη βάση.', outcome: 'Έγραψε 12 στο τελευταίο διαγώνισμα.' },
  { kind: 'counselling', goal: 'Εβδομαδιαία συνάντηση με τη σύμβουλο για το άγχος των εξετάσεων.', outcome: 'Οι συναντήσεις αραιώνουν σε μία τον μήνα.' },
  { kind: 'meeting', goal: 'Συνάντηση με τους γονείς για τις πρωινές καθυστερήσεις και συμφωνία για τη μετακίνηση.', outcome: 'Καμία καθυστέρηση τις τελευταίες τρεις εβδομάδες.' },
  { kind: 'plan', goal: 'Εξατομικευμένο σχέδιο: περισσότερος χρόνος στα γραπτά, θέση μπροστά.', outcome: 'Το σχέδιο συνεχίζεται στο επόμενο έτος.' },
  { kind: 'sanction', goal: 'Κοινωφελής εργασία στη βιβλιοθήκη για δύο εβδομάδες.', outcome: 'Ολοκληρώθηκε με συνέπεια.' },
  { kind: 'support', goal: 'Extra Greek lessons twice a week until the end of the term.', outcome: 'Follows the lessons without help now.' },
] as const;
