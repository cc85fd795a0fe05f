// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "translations-group.h"

#include "form.h"
#include "language.h"
#include "script.h"
#include "translation-words.h"
#include "words.h"

struct _StileTranslationsGroup
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* of GtkWidget: one a form or problem; the group owns them */
};

G_DEFINE_FINAL_TYPE (StileTranslationsGroup, stile_translations_group, ADW_TYPE_BIN)

static GtkWidget *
new_language_row (const StileForm *form, const char *language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *amount = stile_translation_dup_amount (form, language);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 stile_language_get_own_name (language));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), amount);
  return row;
}

static GtkWidget *
new_form_row (const StileForm *form)
{
  GtkWidget *row = adw_expander_row_new ();
  g_auto (GStrv) languages = stile_form_dup_languages (form);
  g_autofree char *own_language = stile_words_dup_language ();
  g_autoptr (GString) names = g_string_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 stile_text_get (form->title, own_language, NULL));
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = stile_language_isolate (stile_language_get_own_name (languages[i]));

      g_string_append_printf (names, "%s%s", i > 0 ? " · " : "", name);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), new_language_row (form, languages[i]));
    }
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), names->str);
  return row;
}

/* In the words of the checker, which are for whoever wrote the form. */
static GtkWidget *
new_problem_row (const char *sentence)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  return row;
}

static void
add_row (StileTranslationsGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group->group, row);
  g_ptr_array_add (group->rows, row);
}

void
stile_translations_group_open (StileTranslationsGroup *group, GPtrArray *forms,
                               GPtrArray *problems)
{
  g_return_if_fail (STILE_IS_TRANSLATIONS_GROUP (group));

  stile_translations_group_close (group);
  for (guint i = 0; i < problems->len; i++)
    add_row (group, new_problem_row (g_ptr_array_index (problems, i)));
  for (guint i = 0; i < forms->len; i++)
    add_row (group, new_form_row (g_ptr_array_index (forms, i)));
}

void
stile_translations_group_close (StileTranslationsGroup *group)
{
  g_return_if_fail (STILE_IS_TRANSLATIONS_GROUP (group));

  for (guint i = 0; i < group->rows->len; i++)
    adw_preferences_group_remove (group->group, g_ptr_array_index (group->rows, i));
  g_ptr_array_set_size (group->rows, 0);
}

static void
stile_translations_group_finalize (GObject *object)
{
  g_ptr_array_unref (STILE_TRANSLATIONS_GROUP (object)->rows);
  G_OBJECT_CLASS (stile_translations_group_parent_class)->finalize (object);
}

static void
stile_translations_group_class_init (StileTranslationsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_translations_group_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/translations-group.ui");
  gtk_widget_class_bind_template_child (widget_class, StileTranslationsGroup, group);
}

static void
stile_translations_group_init (StileTranslationsGroup *group)
{
  group->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (group));
}
