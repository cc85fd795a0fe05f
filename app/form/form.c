// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include <string.h>

#include "form-reader.h"
#include "form-schema.h"

G_DEFINE_QUARK (stile-form-error-quark, stile_form_error)

static StileFormBox *
form_box_new (void)
{
  StileFormBox *box = g_new0 (StileFormBox, 1);

  g_atomic_ref_count_init (&box->references);
  box->arena = stile_arena_new ();
  box->names = stile_names_new (box->arena);
  return box;
}

static const char **
dup_languages (StileArena *arena, const GPtrArray *languages)
{
  const char **copy = stile_arena_new_array (arena, const char *, languages->len + 1);

  for (guint i = 0; i < languages->len; i++)
    copy[i] = g_ptr_array_index (languages, i);
  return copy;
}

/* What "pt-BR" lacks is shown in "pt". */
static guint
count_with_wider_language (const StileReader *reader, const char *language)
{
  guint n_translated = 0;

  for (guint i = 0; i < reader->texts->len; i++)
    {
      gboolean is_translated;

      stile_text_get (g_array_index (reader->texts, StileReadText, i).text, language,
                      &is_translated);
      n_translated += is_translated ? 1 : 0;
    }
  return n_translated;
}

static void
count_translations (StileFormBox *box, const StileReader *reader)
{
  box->n_texts = reader->texts->len;
  box->n_translated = stile_arena_new_array (box->arena, guint, reader->languages->len);
  for (guint i = 0; i < reader->texts->len; i++)
    {
      const StileText *text = g_array_index (reader->texts, StileReadText, i).text;

      for (guint j = 0; j < text->n_translations; j++)
        for (guint k = 0; k < reader->languages->len; k++)
          if (text->translations[j].language == box->languages[k])
            box->n_translated[k]++;
    }
  for (guint k = 0; k < reader->languages->len; k++)
    if (strchr (box->languages[k], '-') != NULL)
      box->n_translated[k] = count_with_wider_language (reader, box->languages[k]);
}

static void
read_form (StileFormBox *box, const StileXmlElement *root, GPtrArray *faults)
{
  StileReader reader = { .form = &box->form, .arena = box->arena,
                         .names = box->names, .faults = faults };

  reader.conditions = g_array_new (FALSE, FALSE, sizeof (StileReadCondition));
  reader.texts = g_array_new (FALSE, FALSE, sizeof (StileReadText));
  reader.choice_lists = g_array_new (FALSE, FALSE, sizeof (StileChoiceList));
  reader.languages = g_ptr_array_new ();
  reader.translations = g_array_new (FALSE, FALSE, sizeof (StileTranslation));
  stile_reader_read_form (&reader, root);
  box->languages = dup_languages (box->arena, reader.languages);
  box->drafts = reader.drafts;
  count_translations (box, &reader);
  g_array_unref (reader.conditions);
  g_array_unref (reader.texts);
  g_array_unref (reader.choice_lists);
  g_ptr_array_unref (reader.languages);
  g_array_unref (reader.translations);
}

StileForm *
stile_form_parse (GBytes *xml, GPtrArray *faults)
{
  StileFormBox *box = form_box_new ();
  g_autoptr (StileForm) form = &box->form;
  g_autoptr (GPtrArray) found = stile_faults_new ();
  const StileXmlElement *root = stile_xml_parse (xml, box->arena, found);
  gboolean faulty;

  form->xml = g_bytes_ref (xml);
  if (root != NULL && stile_schema_check (root, found))
    read_form (box, root, found);
  stile_faults_finish (found);
  faulty = stile_faults_count_errors (found) > 0;
  g_ptr_array_extend_and_steal (faults, g_steal_pointer (&found));
  return faulty ? NULL : g_steal_pointer (&form);
}

static void
set_faulty (GError **error, const char *path, GPtrArray *faults)
{
  guint n_errors = stile_faults_count_errors (faults);

  for (guint i = 0; i < faults->len; i++)
    {
      const StileFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *sentence = stile_fault_to_string (fault, path);

      if (fault->severity != STILE_SEVERITY_ERROR)
        continue;
      if (n_errors == 1)
        g_set_error_literal (error, STILE_FORM_ERROR, STILE_FORM_ERROR_FAULTY, sentence);
      else
        g_set_error (error, STILE_FORM_ERROR, STILE_FORM_ERROR_FAULTY,
                     "%s There %s %u more error%s.", sentence, n_errors == 2 ? "is" : "are",
                     n_errors - 1, n_errors == 2 ? "" : "s");
      return;
    }
}

/* At most one byte more than may be read, so that a huge file costs nothing. */
GBytes *
stile_form_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *buffer = NULL;
  gsize length = 0;

  stream = g_file_read (file, NULL, &reason);
  if (stream != NULL)
    {
      buffer = g_malloc (STILE_FORM_MAX_BYTES + 1);
      if (g_input_stream_read_all (G_INPUT_STREAM (stream), buffer, STILE_FORM_MAX_BYTES + 1,
                                   &length, NULL, &reason))
        return g_bytes_new (buffer, length);
    }
  g_set_error (error, STILE_FORM_ERROR, STILE_FORM_ERROR_UNREADABLE,
               "The form %s cannot be read: %s.", path, reason->message);
  return NULL;
}

StileForm *
stile_form_load (const char *path, GError **error)
{
  g_autoptr (GBytes) xml = stile_form_read (path, error);
  g_autoptr (GPtrArray) faults = stile_faults_new ();
  StileForm *form;

  if (xml == NULL)
    return NULL;
  form = stile_form_parse (xml, faults);
  if (form == NULL)
    set_faulty (error, path, faults);
  return form;
}

StileForm *
stile_form_ref (StileForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);
  g_atomic_ref_count_inc (&((StileFormBox *) form)->references);
  return form;
}

void
stile_form_unref (StileForm *form)
{
  StileFormBox *box = (StileFormBox *) form;

  g_return_if_fail (form != NULL);
  if (!g_atomic_ref_count_dec (&box->references))
    return;
  g_bytes_unref (form->xml);
  stile_names_free (box->names);
  stile_arena_free (box->arena);
  g_free (box->digest);
  g_free (box);
}

const char *
stile_form_get_digest (const StileForm *form)
{
  StileFormBox *box = (StileFormBox *) form;

  if (g_once_init_enter (&box->digest))
    g_once_init_leave (&box->digest,
                       g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, form->xml));
  return box->digest;
}

static int
find (const StileForm *form, const char *id, StileNameKind kind)
{
  return stile_names_find (((const StileFormBox *) form)->names, id, kind);
}

const StileQuestion *
stile_form_find_question (const StileForm *form, const char *id)
{
  int index = find (form, id, STILE_NAME_QUESTION);

  return index == STILE_NONE ? NULL : &form->questions[index];
}

const StileDomain *
stile_form_find_domain (const StileForm *form, const char *id)
{
  int index = find (form, id, STILE_NAME_DOMAIN);

  return index == STILE_NONE ? NULL : &form->domains[index];
}

const StileCategory *
stile_form_find_category (const StileForm *form, const char *id)
{
  int index = find (form, id, STILE_NAME_CATEGORY);

  return index == STILE_NONE ? NULL : &form->categories[index];
}

const StileReferralRule *
stile_form_find_referral (const StileForm *form, const char *id)
{
  int index = find (form, id, STILE_NAME_REFERRAL);

  return index == STILE_NONE ? NULL : &form->referrals[index];
}

const StileAlert *
stile_form_find_alert (const StileForm *form, const char *id)
{
  int index = find (form, id, STILE_NAME_ALERT);

  return index == STILE_NONE ? NULL : &form->alerts[index];
}

const StileFinding *
stile_form_find_finding (const StileForm *form, const char *id)
{
  int index = find (form, id, STILE_NAME_FINDING);

  return index == STILE_NONE ? NULL : &form->findings[index];
}

static const StileChoice *
search_choice (const StileQuestion *question, const char *id)
{
  guint first = 0, behind = question->n_choices;

  while (first < behind)
    {
      guint middle = first + (behind - first) / 2;
      const StileChoice *choice = &question->choices[question->choices_by_id[middle]];
      int order = g_strcmp0 (id, choice->id);

      if (order == 0)
        return choice;
      if (order < 0)
        behind = middle;
      else
        first = middle + 1;
    }
  return NULL;
}

const StileChoice *
stile_question_find_choice (const StileQuestion *question, const char *id)
{
  if (question->choices_by_id != NULL)
    return search_choice (question, id);
  for (guint i = 0; i < question->n_choices; i++)
    if (g_strcmp0 (question->choices[i].id, id) == 0)
      return &question->choices[i];
  return NULL;
}

char **
stile_form_dup_languages (const StileForm *form)
{
  return g_strdupv ((char **) ((const StileFormBox *) form)->languages);
}

/* The language that texts asked for in @language are shown in: an index in the languages. */
static guint
find_language (const StileFormBox *box, const char *language)
{
  for (gsize length = strlen (language); length > 0;)
    {
      for (guint i = 0; box->languages[i] != NULL; i++)
        if (strlen (box->languages[i]) == length
            && g_ascii_strncasecmp (box->languages[i], language, length) == 0)
          return i;
      while (length > 0 && language[length - 1] != '-')
        length--;
      if (length > 0)
        length--;
    }
  return 0;
}

guint
stile_form_get_n_texts (const StileForm *form)
{
  return ((const StileFormBox *) form)->n_texts;
}

guint
stile_form_count_translated (const StileForm *form, const char *language)
{
  const StileFormBox *box = (const StileFormBox *) form;
  guint index = find_language (box, language);

  return index > 0 || stile_text_same_language (form->language, language) ? box->n_translated[index]
                                                                        : 0;
}

gboolean
stile_form_is_draft (const StileForm *form, const char *language)
{
  const StileFormBox *box = (const StileFormBox *) form;
  const char *shown = box->languages[find_language (box, language)];
  g_auto (GStrv) drafts = g_strsplit_set (box->drafts != NULL ? box->drafts : "", " \t\r\n", -1);

  for (guint i = 0; drafts[i] != NULL; i++)
    if (g_ascii_strcasecmp (drafts[i], shown) == 0)
      return TRUE;
  return FALSE;
}
