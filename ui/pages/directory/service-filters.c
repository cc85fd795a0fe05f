// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-filters.h"

#include <glib/gi18n-lib.h>

struct _StileServiceFilters
{
  AdwBin parent_instance;

  GtkDropDown *kind_choice;
  GtkStringList *kinds;
  GtkDropDown *language_choice;
  GtkStringList *languages;
  GtkDropDown *distance_choice;
  GtkStringList *distances;
  GtkToggleButton *room_button;
  GtkToggleButton *known_button;
  GtkToggleButton *paused_button;
  GtkWidget *postcode_button;

  GPtrArray *headings; /* of StileDirectoryTerm, behind the first choice */
  GPtrArray *tags;     /* of char *, likewise */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (StileServiceFilters, stile_service_filters, ADW_TYPE_BIN)

/* Behind the first choice, in miles. */
static const double steps[] = { 2, 5, 10, 25 };

static guint changed_signal;

/* 0 is everything. */
static guint
get_choice (GtkDropDown *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

static const char *
get_heading (StileServiceFilters *self)
{
  guint choice = get_choice (self->kind_choice);

  if (choice == 0 || choice > self->headings->len)
    return NULL;
  return ((const StileDirectoryTerm *) g_ptr_array_index (self->headings, choice - 1))->name;
}

static const char *
get_language (StileServiceFilters *self)
{
  guint choice = get_choice (self->language_choice);

  return choice > 0 && choice <= self->tags->len ? g_ptr_array_index (self->tags, choice - 1)
                                                 : NULL;
}

static double
get_miles (StileServiceFilters *self)
{
  guint choice = get_choice (self->distance_choice);

  return choice > 0 && gtk_widget_get_sensitive (GTK_WIDGET (self->distance_choice))
             ? steps[choice - 1]
             : 0;
}

void
stile_service_filters_fill (StileServiceFilters *filters, StileDirectoryFilter *filter)
{
  filter->heading = get_heading (filters);
  filter->language = get_language (filters);
  filter->most_miles = get_miles (filters);
  filter->only_room = gtk_toggle_button_get_active (filters->room_button);
  filter->only_known = gtk_toggle_button_get_active (filters->known_button);
  filter->only_paused = gtk_toggle_button_get_active (filters->paused_button);
}

guint
stile_service_filters_count (StileServiceFilters *filters)
{
  StileDirectoryFilter filter = { NULL };

  stile_service_filters_fill (filters, &filter);
  return (filter.heading != NULL) + (filter.language != NULL) + (filter.most_miles > 0)
         + filter.only_room + filter.only_known + filter.only_paused;
}

static void
changed_cb (StileServiceFilters *self)
{
  if (!self->setting)
    g_signal_emit (self, changed_signal, 0);
}

/* ---- What can be chosen ---- */

static void
begin_list (GtkStringList *list, const char *first)
{
  const char *const only[] = { first, NULL };

  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), only);
}

static void
offer_kinds (StileServiceFilters *self, const char *chosen)
{
  guint choice = 0;
  guint i;

  /* Translators: of help. */
  begin_list (self->kinds, _("Any kind"));
  for (i = 0; i < self->headings->len; i++)
    {
      const StileDirectoryTerm *heading = g_ptr_array_index (self->headings, i);
      g_autofree char *words = g_strdup_printf ("%s (%u)", heading->name, heading->services);

      gtk_string_list_append (self->kinds, words);
      if (g_strcmp0 (heading->name, chosen) == 0)
        choice = i + 1;
    }
  gtk_drop_down_set_selected (self->kind_choice, choice);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  g_autofree char *one = stile_spoken_language_dup_name (*(const char *const *) a);
  g_autofree char *other = stile_spoken_language_dup_name (*(const char *const *) b);

  return g_utf8_collate (one, other);
}

static void
offer_languages (StileServiceFilters *self, const char *chosen)
{
  guint choice = 0;
  guint i;

  g_ptr_array_sort (self->tags, compare_names);
  begin_list (self->languages, _("Any language"));
  for (i = 0; i < self->tags->len; i++)
    {
      g_autofree char *name = stile_spoken_language_dup_name (g_ptr_array_index (self->tags, i));

      gtk_string_list_append (self->languages, name);
      if (g_strcmp0 (g_ptr_array_index (self->tags, i), chosen) == 0)
        choice = i + 1;
    }
  gtk_drop_down_set_selected (self->language_choice, choice);
}

static void
offer_distances (StileServiceFilters *self, const char *postcode)
{
  guint chosen = get_choice (self->distance_choice);
  guint i;

  begin_list (self->distances, _("Any distance"));
  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *words
        /* Translators: a choice of distances. */
        = g_strdup_printf (ngettext ("Up to %.0f mile", "Up to %.0f miles", (gulong) steps[i]),
                           steps[i]);

      gtk_string_list_append (self->distances, words);
    }
  gtk_drop_down_set_selected (self->distance_choice, chosen);
  gtk_widget_set_sensitive (GTK_WIDGET (self->distance_choice), postcode != NULL);
  gtk_widget_set_visible (self->postcode_button, postcode == NULL);
}

gboolean
stile_service_filters_open (StileServiceFilters *filters, StileDirectory *directory,
                            const char *postcode, GError **error)
{
  g_autofree char *heading = g_strdup (get_heading (filters));
  g_autofree char *language = g_strdup (get_language (filters));
  g_autoptr (GPtrArray) headings = stile_directory_list_headings (directory, error);
  g_autoptr (GPtrArray) tags = headings != NULL ? stile_directory_list_languages (directory, error)
                                                : NULL;

  if (tags == NULL)
    return FALSE;
  filters->setting = TRUE;
  g_ptr_array_unref (filters->headings);
  filters->headings = g_steal_pointer (&headings);
  g_ptr_array_unref (filters->tags);
  filters->tags = g_steal_pointer (&tags);
  offer_kinds (filters, heading);
  offer_languages (filters, language);
  offer_distances (filters, postcode);
  filters->setting = FALSE;
  return TRUE;
}

void
stile_service_filters_clear (StileServiceFilters *filters)
{
  filters->setting = TRUE;
  gtk_drop_down_set_selected (filters->kind_choice, 0);
  gtk_drop_down_set_selected (filters->language_choice, 0);
  gtk_drop_down_set_selected (filters->distance_choice, 0);
  gtk_toggle_button_set_active (filters->room_button, FALSE);
  gtk_toggle_button_set_active (filters->known_button, FALSE);
  gtk_toggle_button_set_active (filters->paused_button, FALSE);
  filters->setting = FALSE;
}

/* ---- The widget ---- */

/* GTK's own lines grow with the longest word, and the window with them. */
static void
choice_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize",
                                                    PANGO_ELLIPSIZE_END, "max-width-chars", 40,
                                                    NULL));
}

static void
choice_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (list_item)));
}

static void
stile_service_filters_finalize (GObject *object)
{
  StileServiceFilters *filters = STILE_SERVICE_FILTERS (object);

  g_clear_pointer (&filters->headings, g_ptr_array_unref);
  g_clear_pointer (&filters->tags, g_ptr_array_unref);
  G_OBJECT_CLASS (stile_service_filters_parent_class)->finalize (object);
}

static void
stile_service_filters_class_init (StileServiceFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_service_filters_finalize;
  changed_signal = g_signal_new ("changed", STILE_TYPE_SERVICE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/stile/Stile/service-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, kind_choice);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, kinds);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, language_choice);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, languages);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, distance_choice);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, distances);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, room_button);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, known_button);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, paused_button);
  gtk_widget_class_bind_template_child (widget_class, StileServiceFilters, postcode_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_bind_cb);
}

static void
stile_service_filters_init (StileServiceFilters *filters)
{
  filters->headings = g_ptr_array_new ();
  filters->tags = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (filters));
}
