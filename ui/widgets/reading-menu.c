// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reading-menu.h"

#include "language.h"
#include "tip.h"
#include "words.h"

struct _StileReadingMenu
{
  AdwBin parent_instance;

  GtkButton *swap_button;
  GtkMenuButton *menu_button;

  StileReading *reading;
};

G_DEFINE_FINAL_TYPE (StileReadingMenu, stile_reading_menu, ADW_TYPE_BIN)

static void
add_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
add_view (GMenu *menu, const char *name, const char *first, const char *second)
{
  g_autofree char *label
    = second == NULL ? g_strdup (first)
                     /* Translators: two languages, the larger one first: "Polski, English". */
                     : g_strdup_printf (_("\u2068%s\u2069, \u2068%s\u2069"), first, second);

  add_item (menu, label, "reading.view", g_variant_new_string (name));
}

static GMenuModel *
new_views (StileReading *reading)
{
  GMenu *menu = g_menu_new ();
  const char *claimant
    = stile_language_get_own_name (stile_reading_get_claimant_language (reading));
  const char *adviser = stile_language_get_own_name (stile_reading_get_adviser_language (reading));

  add_view (menu, "claimant-first", claimant, adviser);
  add_view (menu, "adviser-first", adviser, claimant);
  add_view (menu, "claimant", claimant, NULL);
  add_view (menu, "adviser", adviser, NULL);
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_sizes (void)
{
  GMenu *menu = g_menu_new ();

  add_item (menu, _("Usual text"), "reading.percent", g_variant_new_int32 (100));
  add_item (menu, _("Larger text"), "reading.percent", g_variant_new_int32 (150));
  add_item (menu, _("Very large text"), "reading.percent", g_variant_new_int32 (200));
  return G_MENU_MODEL (menu);
}

/* Made when it is opened: a menu takes longer to make than all the words of a page. */
static void
create_menu_cb (GtkMenuButton *button, gpointer data)
{
  StileReadingMenu *self = data;
  StileLanguages languages = stile_reading_get_languages (self->reading);
  g_autoptr (StileSpoken) spoken = stile_words_speak (languages.first);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuModel) sizes = new_sizes ();

  if (stile_reading_has_two_languages (self->reading))
    {
      g_autoptr (GMenuModel) views = new_views (self->reading);

      g_menu_append_section (menu, NULL, views);
    }
  g_menu_append_section (menu, NULL, sizes);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
show_swap (StileReadingMenu *self)
{
  StileLanguages languages = stile_reading_get_languages (self->reading);
  const char *claimant = stile_reading_get_claimant_language (self->reading);
  const char *other = g_str_equal (languages.first, claimant)
                        ? stile_reading_get_adviser_language (self->reading) : claimant;

  gtk_widget_set_visible (GTK_WIDGET (self->swap_button),
                          stile_reading_has_two_languages (self->reading));
  gtk_button_set_label (self->swap_button, stile_language_get_own_name (other));
  stile_phrase_set_faces (GTK_WIDGET (self->swap_button), other);
}

static void
reading_changed_cb (StileReadingMenu *self)
{
  StileLanguages languages = stile_reading_get_languages (self->reading);
  g_autoptr (StileSpoken) spoken = stile_words_speak (languages.first);

  show_swap (self);
  stile_tip_set (GTK_WIDGET (self->swap_button), _("Change to this language (Ctrl+L)"));
  stile_tip_set (GTK_WIDGET (self->menu_button), _("Languages and text size"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Languages and text size"), -1);
}

void
stile_reading_menu_set_reading (StileReadingMenu *self, StileReading *reading)
{
  g_return_if_fail (STILE_IS_READING_MENU (self));

  g_set_object (&self->reading, reading);
  g_signal_connect_object (reading, "changed", G_CALLBACK (reading_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reading_changed_cb (self);
}

static void
stile_reading_menu_finalize (GObject *object)
{
  g_clear_object (&STILE_READING_MENU (object)->reading);
  G_OBJECT_CLASS (stile_reading_menu_parent_class)->finalize (object);
}

static void
stile_reading_menu_class_init (StileReadingMenuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_reading_menu_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/reading-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, StileReadingMenu, swap_button);
  gtk_widget_class_bind_template_child (widget_class, StileReadingMenu, menu_button);
}

static void
stile_reading_menu_init (StileReadingMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
}
