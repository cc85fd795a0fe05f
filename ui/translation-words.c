// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translation-words.h"

#include "language.h"
#include "script.h"
#include "words.h"

char *
stile_translation_dup_amount (const StileForm *form, const char *language)
{
  guint n_texts = stile_form_get_n_texts (form);
  guint n_translated = stile_form_count_translated (form, language);
  gboolean is_draft = stile_form_is_draft (form, language);

  if (n_translated == n_texts)
    return g_strdup (is_draft ? _("All texts, a draft") : _("All texts"));
  if (is_draft)
    return g_strdup_printf (
      /* Translators: so many are translated, of so many texts. */
      ngettext ("%u of %u text, a draft", "%u of %u texts, a draft", n_texts), n_translated,
      n_texts);
  return g_strdup_printf (
    /* Translators: so many are translated, of so many texts. */
    ngettext ("%u of %u text", "%u of %u texts", n_texts), n_translated, n_texts);
}

char *
stile_translation_dup_warning (const StileForm *form, const char *language)
{
  guint n_texts = stile_form_get_n_texts (form);
  guint n_translated = stile_form_count_translated (form, language);
  const char *draft = stile_form_is_draft (form, language) || stile_words_is_draft (language)
                        ? _("This translation is a draft: nobody who grew up with the language "
                            "has checked it yet.")
                        : NULL;
  g_autofree char *own = stile_language_isolate (stile_language_get_own_name (form->language));
  g_autofree char *amount = NULL;

  if (n_translated == n_texts)
    return g_strdup (draft);
  if (n_translated == 0)
    /* Translators: %s is the name of a language in that language, such as "English". */
    amount = g_strdup_printf (_("These questions are in %s. Put them into the person’s language "
                                "together, or bring in an interpreter."),
                              own);
  else
    amount = g_strdup_printf (
      /* Translators: the number of texts is the second; %s is the name of a language in that
       * language. */
      ngettext ("%u of %u text is in this language. The others are in %s.",
                "%u of %u texts are in this language. The others are in %s.", n_texts),
      n_translated, n_texts, own);
  return draft != NULL ? g_strconcat (amount, " ", draft, NULL) : g_steal_pointer (&amount);
}
