// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person-fields.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "language.h"
#include "translation-words.h"

struct _StilePersonFields
{
  AdwBin parent_instance;

  GtkWidget *name_row;
  GtkWidget *reference_row;
  GtkLabel *who_error;
  AdwBin *between_bin;
  AdwComboRow *language_row;
  GtkStringList *language_names;
  AdwActionRow *read_aloud_row;
  GtkSwitch *read_aloud;
  AdwComboRow *text_row;
  GtkSwitch *interpreter;
  GtkWidget *needs_row;

  StileForm *form;       /* or NULL */
  StileReader *reader;   /* or NULL */
  char **form_languages; /* of the form; NULL where there is none */
  char **languages;      /* of the language row: those first, then all others */
};

enum
{
  PROP_BETWEEN = 1
};

G_DEFINE_FINAL_TYPE (StilePersonFields, stile_person_fields, ADW_TYPE_BIN)

static guint activate_signal, language_changed_signal;

static void
set_text (GtkWidget *row, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

static char *
dup_text_or_null (GtkWidget *row)
{
  g_autofree char *text = stile_field_dup_text (GTK_EDITABLE (row));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* ---- The language ---- */

/* What stands before the languages: "not known", where nobody has to know it. */
static guint
count_before (StilePersonFields *self)
{
  return self->form != NULL ? 0 : 1;
}

const char *
stile_person_fields_get_language (StilePersonFields *fields)
{
  guint selected = adw_combo_row_get_selected (fields->language_row);
  guint before = count_before (fields);

  if (fields->languages == NULL || selected < before
      || selected - before >= g_strv_length (fields->languages))
    return NULL;
  return fields->languages[selected - before];
}

static gboolean
form_has (StilePersonFields *self, const char *language)
{
  return language != NULL && self->form_languages != NULL
         && g_strv_contains ((const char *const *) self->form_languages, language);
}

/* Whether what is switched on can be done. */
static void
show_voice (StilePersonFields *self)
{
  const char *language = stile_person_fields_get_language (self);

  adw_action_row_set_subtitle (self->read_aloud_row, "");
  if (self->reader == NULL || self->form_languages == NULL
      || !gtk_switch_get_active (self->read_aloud))
    return;
  stile_reader_prepare (self->reader);
  if (!stile_reader_can_read (self->reader, form_has (self, language) ? language
                                                                      : self->form_languages[0]))
    adw_action_row_set_subtitle (self->read_aloud_row,
                                 _("This computer has no voice for this language. Please read the "
                                   "questions to the person."));
}

/* A language that the form does not have is a choice like any other: who is asked matters more than
 * what we can ask in, and a referral needs to know it. */
static void
language_changed_cb (StilePersonFields *self)
{
  const char *language = stile_person_fields_get_language (self);
  g_autofree char *warning = NULL;

  if (self->languages == NULL)
    return;
  if (self->form != NULL && language != NULL)
    warning = stile_translation_dup_warning (self->form, language);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->language_row), warning != NULL ? warning : "");
  show_voice (self);
  g_signal_emit (self, language_changed_signal, 0);
}

static char **
dup_first_languages (StilePersonFields *self, const char *language)
{
  g_autoptr (GStrvBuilder) first = g_strv_builder_new ();

  if (self->form_languages != NULL)
    g_strv_builder_addv (first, (const char **) self->form_languages);
  if (language != NULL && !form_has (self, language))
    g_strv_builder_add (first, language);
  return g_strv_builder_end (first);
}

static void
select_language (StilePersonFields *self, const char *language)
{
  adw_combo_row_set_selected (self->language_row, 0);
  for (guint i = 0; language != NULL && self->languages[i] != NULL; i++)
    if (g_ascii_strcasecmp (self->languages[i], language) == 0)
      adw_combo_row_set_selected (self->language_row, i + count_before (self));
}

/* The choices, with @language chosen, whether anyone here has a name for it or not. */
static void
show_languages (StilePersonFields *self, const char *language)
{
  g_auto (GStrv) first = dup_first_languages (self, language);
  const char *unknown[] = { self->form == NULL ? _("Not known") : NULL, NULL };

  g_clear_pointer (&self->languages, g_strfreev); /* until the list is as it says */
  gtk_string_list_splice (self->language_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->language_names)), unknown);
  self->languages = stile_language_dup_choices ((const char *const *) first);
  for (guint i = 0; self->languages[i] != NULL; i++)
    gtk_string_list_append (self->language_names, stile_language_get_own_name (self->languages[i]));
  select_language (self, language);
  language_changed_cb (self);
}

void
stile_person_fields_set_form (StilePersonFields *fields, StileForm *form)
{
  g_autofree char *language = g_strdup (stile_person_fields_get_language (fields));
  StileForm *old = fields->form;

  fields->form = form != NULL ? stile_form_ref (form) : NULL;
  g_clear_pointer (&old, stile_form_unref);
  g_clear_pointer (&fields->form_languages, g_strfreev);
  if (form != NULL)
    fields->form_languages = stile_form_dup_languages (form);
  show_languages (fields, language);
}

void
stile_person_fields_set_reader (StilePersonFields *fields, StileReader *reader)
{
  g_set_object (&fields->reader, reader);
  g_signal_connect_object (reader, "prepared", G_CALLBACK (show_voice), fields, G_CONNECT_SWAPPED);
}

/* ---- All of it ---- */

void
stile_person_fields_set_person (StilePersonFields *fields, const StilePerson *person)
{
  set_text (fields->name_row, person->name);
  set_text (fields->reference_row, person->reference);
  set_text (fields->needs_row, person->needs);
  show_languages (fields, person->language);
  gtk_switch_set_active (fields->read_aloud, person->read_aloud);
  adw_combo_row_set_selected (fields->text_row,
                              (stile_person_get_text_percent (person) - 100) / 50);
  gtk_switch_set_active (fields->interpreter, person->interpreter);
  stile_field_set_error (fields->name_row, fields->who_error, NULL);
}

StilePerson *
stile_person_fields_dup_person (StilePersonFields *fields)
{
  StilePerson *person = g_new0 (StilePerson, 1);

  person->name = dup_text_or_null (fields->name_row);
  person->reference = dup_text_or_null (fields->reference_row);
  person->language = g_strdup (stile_person_fields_get_language (fields));
  person->read_aloud = gtk_switch_get_active (fields->read_aloud);
  stile_person_set_text_percent (person, 100 + 50 * adw_combo_row_get_selected (fields->text_row));
  person->interpreter = gtk_switch_get_active (fields->interpreter);
  person->needs = dup_text_or_null (fields->needs_row);
  return person;
}

void
stile_person_fields_focus (StilePersonFields *fields)
{
  gtk_widget_grab_focus (fields->name_row);
}

gboolean
stile_person_fields_check (StilePersonFields *fields, StileErrorSummary *summary)
{
  g_autoptr (StilePerson) person = stile_person_fields_dup_person (fields);
  gboolean somebody = person->name != NULL || person->reference != NULL;
  const char *sentence = somebody ? NULL : _("Type a name or a reference.");

  stile_field_set_error (fields->name_row, fields->who_error, sentence);
  if (sentence != NULL)
    stile_error_summary_add (summary, sentence, fields->name_row);
  return somebody;
}

static void
activate_cb (StilePersonFields *self)
{
  g_signal_emit (self, activate_signal, 0);
}

static void
stile_person_fields_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_BETWEEN)
    adw_bin_set_child (STILE_PERSON_FIELDS (object)->between_bin, g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
stile_person_fields_finalize (GObject *object)
{
  StilePersonFields *self = STILE_PERSON_FIELDS (object);

  g_clear_pointer (&self->form, stile_form_unref);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->form_languages, g_strfreev);
  g_clear_pointer (&self->languages, g_strfreev);
  G_OBJECT_CLASS (stile_person_fields_parent_class)->finalize (object);
}

static void
stile_person_fields_class_init (StilePersonFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_person_fields_finalize;
  G_OBJECT_CLASS (klass)->set_property = stile_person_fields_set_property;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_BETWEEN,
      g_param_spec_object ("between", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  activate_signal = g_signal_new ("activate", STILE_TYPE_PERSON_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  language_changed_signal = g_signal_new ("language-changed", STILE_TYPE_PERSON_FIELDS,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/person-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, name_row);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, reference_row);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, who_error);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, between_bin);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, language_row);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, language_names);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, read_aloud_row);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, read_aloud);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, text_row);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, interpreter);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, needs_row);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_voice);
}

static void
stile_person_fields_init (StilePersonFields *fields)
{
  gtk_widget_init_template (GTK_WIDGET (fields));
}
