// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person-fields.h"

#include <glib/gi18n-lib.h>

#include "field.h"
#include "language.h"

struct _StilePersonFields
{
  AdwBin parent_instance;

  GtkWidget *name_row;
  GtkWidget *reference_row;
  GtkLabel *who_error;
  AdwComboRow *language_row;
  GtkStringList *language_names;
  GtkSwitch *read_aloud;
  GtkSwitch *larger_text;
  GtkSwitch *interpreter;
  GtkWidget *needs_row;

  guint text_percent; /* as it was */
  char **languages; /* of the language row, behind "not known" */
};

G_DEFINE_FINAL_TYPE (StilePersonFields, stile_person_fields, ADW_TYPE_BIN)

static guint activate_signal;

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

/* Their own language first; one that nobody here has a name for can be chosen, too. */
static void
show_language (StilePersonFields *self, const char *language)
{
  const char *first[] = { language, NULL };
  const char *unknown[] = { _("Not known"), NULL };

  g_clear_pointer (&self->languages, g_strfreev);
  self->languages = stile_language_dup_choices (first);
  gtk_string_list_splice (self->language_names, 0,
                          g_list_model_get_n_items (G_LIST_MODEL (self->language_names)), unknown);
  for (guint i = 0; self->languages[i] != NULL; i++)
    gtk_string_list_append (self->language_names, stile_language_get_own_name (self->languages[i]));
  adw_combo_row_set_selected (self->language_row, language != NULL ? 1 : 0);
}

static const char *
get_language (StilePersonFields *self)
{
  guint selected = adw_combo_row_get_selected (self->language_row);

  return selected > 0 && selected <= g_strv_length (self->languages)
             ? self->languages[selected - 1]
             : NULL;
}

void
stile_person_fields_set_person (StilePersonFields *fields, const StilePerson *person)
{
  set_text (fields->name_row, person->name);
  set_text (fields->reference_row, person->reference);
  set_text (fields->needs_row, person->needs);
  show_language (fields, person->language);
  gtk_switch_set_active (fields->read_aloud, person->read_aloud);
  gtk_switch_set_active (fields->larger_text, person->larger_text);
  fields->text_percent = person->text_percent;
  gtk_switch_set_active (fields->interpreter, person->interpreter);
  stile_field_set_error (fields->name_row, fields->who_error, NULL);
}

StilePerson *
stile_person_fields_dup_person (StilePersonFields *fields)
{
  StilePerson *person = g_new0 (StilePerson, 1);

  person->name = dup_text_or_null (fields->name_row);
  person->reference = dup_text_or_null (fields->reference_row);
  person->language = g_strdup (get_language (fields));
  person->read_aloud = gtk_switch_get_active (fields->read_aloud);
  person->larger_text = gtk_switch_get_active (fields->larger_text);
  person->text_percent = person->larger_text ? fields->text_percent : 0;
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
stile_person_fields_finalize (GObject *object)
{
  g_clear_pointer (&STILE_PERSON_FIELDS (object)->languages, g_strfreev);
  G_OBJECT_CLASS (stile_person_fields_parent_class)->finalize (object);
}

static void
stile_person_fields_class_init (StilePersonFieldsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_person_fields_finalize;
  activate_signal = g_signal_new ("activate", STILE_TYPE_PERSON_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/person-fields.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, name_row);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, reference_row);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, who_error);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, language_row);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, language_names);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, read_aloud);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, larger_text);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, interpreter);
  gtk_widget_class_bind_template_child (widget_class, StilePersonFields, needs_row);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
stile_person_fields_init (StilePersonFields *fields)
{
  gtk_widget_init_template (GTK_WIDGET (fields));
}
