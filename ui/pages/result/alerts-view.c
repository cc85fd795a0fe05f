// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "alerts-view.h"

#include "alert-card.h"
#include "widgets/result-words.h"
#include "words.h"

struct _StileAlertsView
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (StileAlertsView, stile_alerts_view, ADW_TYPE_BIN)

/* There are numbers to call in it, which keep their order. */
static GtkWidget *
new_label (const char *text)
{
  g_autofree char *directed = stile_words_dup_directed (text);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", directed, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, "reason");
  return g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child", label, NULL);
}

static GtkWidget *
new_icon (StileUrgency urgency)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-warning-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (icon, urgency == STILE_URGENCY_NOW ? "error" : "warning");
  return icon;
}

/* A centre that wrote down whom to call now wants it read. */
static GtkWidget *
new_row (const StileAlert *alert, const char *language, const char *local)
{
  AdwExpanderRow *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "use-markup", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 stile_text_get (alert->label, language, NULL));
  adw_expander_row_set_subtitle (row, stile_result_words_get_urgency (alert->urgency));
  adw_expander_row_add_prefix (row, new_icon (alert->urgency));
  adw_expander_row_add_row (row, new_label (stile_text_get (alert->action, language, NULL)));
  if (local != NULL)
    adw_expander_row_add_row (row, new_label (local));
  adw_expander_row_set_expanded (row, local != NULL && alert->urgency == STILE_URGENCY_NOW);
  return GTK_WIDGET (row);
}

static int
compare_urgency (gconstpointer a, gconstpointer b)
{
  const StileAlert *first = *(const StileAlert *const *) a;
  const StileAlert *second = *(const StileAlert *const *) b;

  if (first->urgency != second->urgency)
    return first->urgency < second->urgency ? -1 : 1;
  return first < second ? -1 : first > second; /* as in the form */
}

/* Of StileAlert, which belong to the form; the most urgent first. */
static GPtrArray *
get_alerts (const StileResult *result)
{
  GPtrArray *alerts = g_ptr_array_new ();

  for (guint i = 0; i < result->alerts->len; i++)
    g_ptr_array_add (alerts,
                     (gpointer) &result->form->alerts[g_array_index (result->alerts, guint, i)]);
  g_ptr_array_sort (alerts, compare_urgency);
  return alerts;
}

static void
add_rows (GtkBox *box, GtkWidget *first)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), first);
  gtk_box_append (box, list);
}

static void
show_alert (GtkBox *box, const StileAlert *alert, const char *language, const char *local)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (box));

  if (last == NULL)
    gtk_box_append (box, stile_alert_card_new (alert, language, local));
  else if (GTK_IS_LIST_BOX (last))
    gtk_list_box_append (GTK_LIST_BOX (last), new_row (alert, language, local));
  else
    add_rows (box, new_row (alert, language, local));
}

void
stile_alerts_view_show (StileAlertsView *view, const StileResult *result, StileCasework *casework,
                        const char *language)
{
  g_autoptr (GPtrArray) alerts = NULL;
  GtkWidget *box;

  g_return_if_fail (STILE_IS_ALERTS_VIEW (view));

  adw_bin_set_child (ADW_BIN (view), NULL);
  gtk_widget_set_visible (GTK_WIDGET (view), result != NULL && result->alerts->len > 0);
  if (!gtk_widget_get_visible (GTK_WIDGET (view)))
    return;

  alerts = get_alerts (result);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  for (guint i = 0; i < alerts->len; i++)
    {
      const StileAlert *alert = g_ptr_array_index (alerts, i);
      const char *local
        = casework != NULL ? stile_casework_get_alert_words (casework, result->form, alert) : NULL;

      show_alert (GTK_BOX (box), alert, language, local);
    }
  adw_bin_set_child (ADW_BIN (view), box);
}

static void
stile_alerts_view_class_init (StileAlertsViewClass *klass)
{
}

static void
stile_alerts_view_init (StileAlertsView *view)
{
}
