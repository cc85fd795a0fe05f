// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "choice-row.h"

#include "wrap-label.h"

struct _StileChoiceRow
{
  GtkToggleButton parent_instance;

  GtkLabel *label;
  GtkLabel *detail;
  GtkLabel *second;
  GtkLabel *untranslated;
  GtkLabel *key;
  GtkImage *mark;

  StileChoiceKind kind;
  char *text;
  char *language; /* of the text, or NULL */
};

G_DEFINE_FINAL_TYPE (StileChoiceRow, stile_choice_row, GTK_TYPE_TOGGLE_BUTTON)

static const char *
get_mark_icon (StileChoiceKind kind, gboolean active)
{
  if (kind == STILE_CHOICE_ONE)
    return active ? "radio-checked-symbolic" : "radio-symbolic";
  return active ? "checkbox-checked-symbolic" : "checkbox-symbolic";
}

static void
show_active (StileChoiceRow *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  gtk_image_set_from_icon_name (self->mark, get_mark_icon (self->kind, active));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               active ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                      : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static void
stile_choice_row_clicked (GtkButton *button)
{
  StileChoiceRow *self = STILE_CHOICE_ROW (button);

  if (self->kind == STILE_CHOICE_ONE && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self)))
    return;
  GTK_BUTTON_CLASS (stile_choice_row_parent_class)->clicked (button);
}

static void
stile_choice_row_toggled (GtkToggleButton *button)
{
  show_active (STILE_CHOICE_ROW (button));
}

static void
stile_choice_row_finalize (GObject *object)
{
  StileChoiceRow *self = STILE_CHOICE_ROW (object);

  g_free (self->text);
  g_free (self->language);
  G_OBJECT_CLASS (stile_choice_row_parent_class)->finalize (object);
}

static void
stile_choice_row_class_init (StileChoiceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_choice_row_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = stile_choice_row_clicked;
  GTK_TOGGLE_BUTTON_CLASS (klass)->toggled = stile_choice_row_toggled;

  g_type_ensure (STILE_TYPE_WRAP_LABEL);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StileChoiceRow, label);
  gtk_widget_class_bind_template_child (widget_class, StileChoiceRow, detail);
  gtk_widget_class_bind_template_child (widget_class, StileChoiceRow, second);
  gtk_widget_class_bind_template_child (widget_class, StileChoiceRow, untranslated);
  gtk_widget_class_bind_template_child (widget_class, StileChoiceRow, key);
  gtk_widget_class_bind_template_child (widget_class, StileChoiceRow, mark);
}

static void
stile_choice_row_init (StileChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stile_choice_row_say (StileChoiceRow *self, const StilePhrase *phrase)
{
  g_autofree char *spoken = stile_phrase_dup_spoken (phrase);

  g_return_if_fail (STILE_IS_CHOICE_ROW (self));

  g_free (self->text);
  self->text = g_strdup (phrase->first);
  g_free (self->language);
  self->language = g_strdup (phrase->first_language);
  stile_phrase_show (phrase, self->label, self->second, self->untranslated);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

const char *
stile_choice_row_get_text (StileChoiceRow *self, const char **language)
{
  g_return_val_if_fail (STILE_IS_CHOICE_ROW (self), NULL);

  *language = self->language;
  return self->text;
}

/* What stands on the keys. GTK would translate it, into the program's language. */
static char *
dup_key (const char *accelerator)
{
  guint key = 0;
  GdkModifierType modifiers = 0;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  return g_strdup_printf ("%s%s", modifiers & GDK_ALT_MASK ? "Alt+" : "",
                          gdk_keyval_name (gdk_keyval_to_upper (key)));
}

GtkWidget *
stile_choice_row_new (StileChoiceKind kind, const char *label, const char *accelerator)
{
  GtkAccessibleRole role =
    kind == STILE_CHOICE_ONE ? GTK_ACCESSIBLE_ROLE_RADIO : GTK_ACCESSIBLE_ROLE_CHECKBOX;
  StileChoiceRow *self = g_object_new (STILE_TYPE_CHOICE_ROW, "accessible-role", role, NULL);

  self->kind = kind;
  self->text = g_strdup (label);
  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  if (accelerator != NULL)
    {
      g_autofree char *shown = dup_key (accelerator);

      gtk_label_set_label (self->key, shown);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                      shown, -1);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->key), accelerator != NULL);
  show_active (self);
  return GTK_WIDGET (self);
}

void
stile_choice_row_set_detail (StileChoiceRow *row, const char *detail)
{
  g_return_if_fail (STILE_IS_CHOICE_ROW (row));

  gtk_label_set_label (row->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (row->detail), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  detail, -1);
}
