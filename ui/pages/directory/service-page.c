// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-page.h"

#include <glib/gi18n-lib.h>

#include "day.h"
#include "focus-first.h"
#include "overlay-dialog.h"
#include "service-facts.h"

struct _StileServicePage
{
  AdwBin parent_instance;

  GtkScrolledWindow *scroller;
  GtkWidget *change_button;
  GtkLabel *name_label;
  GtkLabel *organization_label;
  GtkLabel *closed_label;
  GtkListBox *own_list;
  GtkLabel *changed_label;
  GtkListBox *facts_list;
  GtkLabel *origin_label;
  GtkListBox *figures_list;

  StileCasework *casework;   /* not owned; NULL while closed */
  StileDirectory *directory; /* not owned; NULL while closed */
  char *id;
};

G_DEFINE_FINAL_TYPE (StileServicePage, stile_service_page, ADW_TYPE_BIN)

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* ---- What the centre knows ---- */

static char *
dup_changed (const StileOverlay *overlay)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = overlay->changed_at != NULL
                                ? stile_moment_to_words (overlay->changed_at, now)
                                : NULL;

  if (moment == NULL)
    return NULL;
  if (overlay->changed_by == NULL)
    /* Translators: a moment: “Today, 14:05”. */
    return g_strdup_printf (_("Changed: %s"), moment);
  /* Translators: an adviser, a moment: “Today, 14:05”. */
  return g_strdup_printf (_("Changed by %s: %s"), overlay->changed_by, moment);
}

static gboolean
show_overlay (StileServicePage *self, const StileService *service, GError **error)
{
  g_autoptr (StileOverlay) overlay = stile_directory_load_overlay (self->directory, self->id,
                                                                   error);
  g_autofree char *changed = NULL;
  g_autofree char *closed = NULL;
  GDate today;

  if (overlay == NULL)
    return FALSE;
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  changed = dup_changed (overlay);
  closed = stile_service_dup_closed (service, overlay);
  stile_service_facts_show_overlay (self->own_list, overlay, &today);
  show_text (self->changed_label, changed);
  show_text (self->closed_label, closed);
  return TRUE;
}

/* ---- What the directory says ---- */

static gboolean
show_origin (StileServicePage *self, const StileService *service, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *feed = NULL;
  g_autofree char *at = NULL;
  g_autofree char *moment = NULL;

  if (!stile_directory_get_origin (self->directory, self->id, &feed, &at, error))
    return FALSE;
  moment = at != NULL ? stile_day_to_words (at, now) : NULL;
  if (feed != NULL && moment != NULL)
    /* Translators: the files, a day. */
    g_string_append_printf (words, _("Imported from %s: %s."), feed, moment);
  else if (moment != NULL)
    /* Translators: a day. */
    g_string_append_printf (words, _("Imported: %s."), moment);
  if (service->updated != NULL)
    {
      /* A day alone is no moment; noon is on that day in every zone of ours. */
      g_autofree char *noon = g_strconcat (service->updated, "T12:00:00Z", NULL);
      g_autofree char *updated = stile_day_to_words (noon, now);

      g_string_append (words, words->len > 0 ? " " : "");
      /* Translators: behind "Imported: 3 March.": when the service, or who keeps the directory,
       * last changed or checked what it says of the service; %s is a day. */
      g_string_append_printf (words, _("Entry last changed or checked: %s."), updated);
    }
  show_text (self->origin_label, words->str);
  return TRUE;
}

static gboolean
show_service (StileServicePage *self, GError **error)
{
  g_autoptr (StileService) service = stile_directory_load_service (self->directory, self->id,
                                                                   error);

  if (service == NULL)
    return FALSE;
  show_text (self->name_label, service->name);
  show_text (self->organization_label, service->organization);
  stile_service_facts_show (self->facts_list, service);
  return show_overlay (self, service, error) && show_origin (self, service, error);
}

/* ---- How referrals went ---- */

static const StileServiceFigures *
find_figures (GPtrArray *all, const char *id)
{
  guint i;

  for (i = 0; i < all->len; i++)
    {
      const StileServiceFigures *figures = g_ptr_array_index (all, i);

      if (g_strcmp0 (figures->service_id, id) == 0)
        return figures;
    }
  return NULL;
}

static gboolean
show_figures (StileServicePage *self, GError **error)
{
  g_autoptr (GPtrArray) all = stile_casework_list_service_figures (self->casework, error);

  if (all == NULL)
    return FALSE;
  stile_service_facts_show_figures (self->figures_list, find_figures (all, self->id));
  return TRUE;
}

/* ---- Changing it ---- */

static void
saved_cb (StileServicePage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->directory != NULL && !show_service (self, &error))
    show_text (self->changed_label, error->message);
}

static void
change_cb (StileServicePage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;
  StileOverlayDialog *dialog;

  if (self->directory == NULL)
    return;
  dialog = stile_overlay_dialog_new (
      window, self->directory, self->id,
      stile_ledger_get_adviser (stile_casework_get_ledger (self->casework)), &error);
  if (dialog == NULL)
    {
      show_text (self->changed_label, error->message);
      return;
    }
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- The page ---- */

gboolean
stile_service_page_open (StileServicePage *page, StileCasework *casework,
                         StileDirectory *directory, const char *id, GError **error)
{
  g_autofree char *wanted = g_strdup (id);

  stile_service_page_close (page);
  page->casework = casework;
  page->directory = directory;
  page->id = g_steal_pointer (&wanted);
  if (!show_service (page, error) || !show_figures (page, error))
    {
      stile_service_page_close (page);
      return FALSE;
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
  return TRUE;
}

void
stile_service_page_close (StileServicePage *page)
{
  page->casework = NULL;
  page->directory = NULL;
  g_clear_pointer (&page->id, g_free);
  show_text (page->name_label, NULL);
  show_text (page->organization_label, NULL);
  show_text (page->closed_label, NULL);
  show_text (page->changed_label, NULL);
  show_text (page->origin_label, NULL);
  stile_service_facts_clear (page->own_list);
  stile_service_facts_clear (page->facts_list);
  stile_service_facts_clear (page->figures_list);
}

static void
stile_service_page_finalize (GObject *object)
{
  g_clear_pointer (&STILE_SERVICE_PAGE (object)->id, g_free);
  G_OBJECT_CLASS (stile_service_page_parent_class)->finalize (object);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (STILE_SERVICE_PAGE (widget)->change_button);
}

static void
stile_service_page_class_init (StileServicePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_service_page_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/service-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, change_button);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, name_label);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, organization_label);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, closed_label);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, own_list);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, changed_label);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, facts_list);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, origin_label);
  gtk_widget_class_bind_template_child (widget_class, StileServicePage, figures_list);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_service_page_init (StileServicePage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
