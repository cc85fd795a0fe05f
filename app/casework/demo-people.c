// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo-people.h"

const StileDemoPerson stile_demo_people[] = {
  { "Mina Storey", "D-001", "en", STILE_DEMO_TO_DECIDE },
  { "Tomasz Bajka", "D-002", "pl", STILE_DEMO_IN_PROGRESS, 4, .needs = "Likes to read along" },
  { "Ioana Poveste", "D-003", "ro", STILE_DEMO_CONFIRMED },
  { "أمل الحكاية", "D-004", "ar", STILE_DEMO_REFERRED, .contact = "Will come with a friend." },
  { NULL, "D-005", "en", STILE_DEMO_IN_PROGRESS, 1 },
  { "Łucja Legenda", "D-006", "pl", STILE_DEMO_OVERRIDDEN },
  { "ਜੀਤ ਕਹਾਣੀ", "D-007", "pa", STILE_DEMO_REFERRED, .status = "taken-up" },
  { "Nia Chwedl", "D-008", "cy", STILE_DEMO_CONFIRMED, .note = "Asked for letters in Welsh." },
  { "Inês Lenda", "D-009", "pt", STILE_DEMO_NO_CONSENT, .note = "May come back next week." },
  { "عائشہ کہانی", "D-010", "ur", STILE_DEMO_REFERRED, .status = "not-taken-up",
    .contact = "The time did not suit. Looking for another one." },
  { "Lucía Cuento", "D-011", "es", STILE_DEMO_IN_PROGRESS, 12 },
  { "রূপা কাহিনী", "D-012", "bn", STILE_DEMO_TO_DECIDE },
  { "Joe Fable", "D-013", "en", STILE_DEMO_CONFIRMED, .needs = "Large print" },
  { NULL, "D-014", "en", STILE_DEMO_REFERRED, .note = "Prefers to give no name." },
  { "વાર્તા પટકથા", "D-015", "gu", STILE_DEMO_OVERRIDDEN },
  { "Chiara Favola", "D-016", "it", STILE_DEMO_CONFIRMED },
  { "கதை செல்வி", "D-017", "ta", STILE_DEMO_IN_PROGRESS, 7 },
  { "Zoé Légende", "D-018", "fr", STILE_DEMO_REFERRED, .status = "taken-up",
    .contact = "First meeting went well." },
  { "Jonas Pasaka", "D-019", "lt", STILE_DEMO_TO_DECIDE },
  { "Ayşe Masal", "D-020", "tr", STILE_DEMO_REFERRED, .status = "withdrawn" },
  { "سارا افسانه", "D-021", "fa", STILE_DEMO_IN_PROGRESS, 15 },
  { "Xaawo Sheeko", "D-022", "so", STILE_DEMO_CONFIRMED, .needs = "Interpreter: Somali" },
  { "Олена Казка", "D-023", "uk", STILE_DEMO_REFERRED },
  { "张小说", "D-024", "zh", STILE_DEMO_TO_DECIDE },
  { "Rhys Ffuglen", "D-025", "cy", STILE_DEMO_IN_PROGRESS, 20 },
  { "Anneliese Märchen", "D-026", "de", STILE_DEMO_CONFIRMED },
  { "نور أسطورة", "D-027", "ar", STILE_DEMO_OVERRIDDEN, .contact = "Explained the choice." },
  { "Kofi Tale-Teller", "D-028", "en", STILE_DEMO_REFERRED, .status = "not-taken-up" },
  { "Danutė Sakmė", "D-029", "lt", STILE_DEMO_CONFIRMED, .note = "Bring the bus timetable." },
  { NULL, "D-030", "en", STILE_DEMO_NO_CONSENT },
  { "Müge Öykü", "D-031", "tr", STILE_DEMO_TO_DECIDE, .needs = "Short questions" },
  { "Фантазія Вигадка", "D-032", "uk", STILE_DEMO_REFERRED, .status = "taken-up" },
  { "Grace Mythe", "D-033", "en", STILE_DEMO_CONFIRMED, .contact = "Left a message." },
  { "Ștefan Basm", "D-034", "ro", STILE_DEMO_IN_PROGRESS, 2 },
  { "Björk Ævintýri", "D-035", "is", STILE_DEMO_OVERRIDDEN },
  { "Paddy O’Fiction", "D-036", "en", STILE_DEMO_REFERRED, .note = "Likes to be called Paddy." },
};

const guint stile_demo_n_people = G_N_ELEMENTS (stile_demo_people);
