// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "people-page.h"

#include <glib/gi18n-lib.h>

#include "focus-first.h"
#include "followup.h"
#include "pages/waiting/waiting-item.h"
#include "people-row.h"

struct _StilePeoplePage
{
  AdwBin parent_instance;

  GtkWidget *waiting_line;
  AdwPreferencesRow *waiting_row;
  GtkEditable *search;
  GtkToggleButton *in_progress_button;
  GtkToggleButton *to_decide_button;
  GtkToggleButton *referral_button;
  GtkToggleButton *all_button;
  AdwBin *results;
  GtkWidget *list_page;
  GtkWidget *nobody_page;
  GtkWidget *no_match_page;
  AdwStatusPage *trouble_page;
  GtkWidget *list_view;
  GListStore *people;

  StileCasework *casework; /* not owned; NULL while closed */
  GDateTime *now;
  GHashTable *reminders; /* case id → the words that are most overdue */
  guint waiting_source;
};

G_DEFINE_FINAL_TYPE (StilePeoplePage, stile_people_page, ADW_TYPE_BIN)

static StilePeopleGroup
get_group (StilePeoplePage *self)
{
  if (gtk_toggle_button_get_active (self->in_progress_button))
    return STILE_PEOPLE_IN_PROGRESS;
  if (gtk_toggle_button_get_active (self->to_decide_button))
    return STILE_PEOPLE_TO_DECIDE;
  if (gtk_toggle_button_get_active (self->referral_button))
    return STILE_PEOPLE_REFERRAL_OPEN;
  return STILE_PEOPLE_ALL;
}

static void
set_count (GtkToggleButton *button, const char *group, guint count)
{
  g_autofree char *label = g_strdup_printf ("%s  %u", group, count);

  gtk_button_set_label (GTK_BUTTON (button), label);
}

static void
show_counts (StilePeoplePage *self, GPtrArray *everyone)
{
  /* Translators: a group of people: their assessment is in progress. */
  set_count (self->in_progress_button, _("In progress"),
             stile_person_rows_count (everyone, STILE_PEOPLE_IN_PROGRESS));
  /* Translators: a group of people: the assessment is finished, and nobody has decided on the
   * kind of support. */
  set_count (self->to_decide_button, _("To decide"),
             stile_person_rows_count (everyone, STILE_PEOPLE_TO_DECIDE));
  set_count (self->referral_button, _("Referral not taken up"),
             stile_person_rows_count (everyone, STILE_PEOPLE_REFERRAL_OPEN));
  /* Translators: a group of people: all of them. */
  set_count (self->all_button, _("All"), everyone->len);
}

static void
show_rows (StilePeoplePage *self, GPtrArray *rows)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_full (rows->len, g_object_unref);
  guint i;

  for (i = 0; i < rows->len; i++)
    g_ptr_array_add (items, stile_person_item_new (g_ptr_array_index (rows, i)));
  g_ptr_array_set_free_func (rows, NULL); /* the items have them now */
  g_list_store_splice (self->people, 0, g_list_model_get_n_items (G_LIST_MODEL (self->people)),
                       items->pdata, items->len);
}

static gboolean
update_list (StilePeoplePage *self, GError **error)
{
  StilePeopleGroup group = get_group (self);
  const char *search = gtk_editable_get_text (self->search);
  g_autoptr (GPtrArray) rows = stile_casework_list_people (self->casework, group, search, error);
  GtkWidget *shown;

  if (rows == NULL)
    return FALSE;
  if (rows->len > 0)
    shown = self->list_page;
  else if (group == STILE_PEOPLE_ALL && *search == '\0')
    shown = self->nobody_page;
  else
    shown = self->no_match_page;
  show_rows (self, rows);
  adw_bin_set_child (self->results, shown);
  return TRUE;
}

static void
filter_changed_cb (StilePeoplePage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->casework == NULL || update_list (self, &error))
    return;
  adw_status_page_set_description (self->trouble_page, error->message);
  adw_bin_set_child (self->results, GTK_WIDGET (self->trouble_page));
}

/* The button that was active before says so, too. */
static void
group_toggled_cb (StilePeoplePage *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    filter_changed_cb (self);
}

static void
open_person (StilePeoplePage *self, guint position)
{
  g_autoptr (StilePersonItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.person", "s",
                              stile_person_item_get_row (item)->case_id);
}

static void
row_activated_cb (StilePeoplePage *self, guint position)
{
  open_person (self, position);
}

/* Enter in the search opens the person when it found only one. */
static void
search_activated_cb (StilePeoplePage *self)
{
  filter_changed_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->people)) == 1)
    open_person (self, 0);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, GTK_WIDGET (stile_people_row_new ()));
}

static void
row_bind_cb (StilePeoplePage *self, GtkListItem *list_item)
{
  StilePersonItem *item = gtk_list_item_get_item (list_item);

  stile_people_row_set_item (STILE_PEOPLE_ROW (gtk_list_item_get_child (list_item)), item,
                             g_hash_table_lookup (self->reminders,
                                                  stile_person_item_get_row (item)->case_id),
                             self->now);
}

/* The list binds a row again for an item that is put in the place of itself. */
static void
show_reminders (StilePeoplePage *self)
{
  guint n_people = g_list_model_get_n_items (G_LIST_MODEL (self->people));

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr (StilePersonItem) item = g_list_model_get_item (G_LIST_MODEL (self->people), i);
      gpointer items[] = { item };

      if (g_hash_table_contains (self->reminders, stile_person_item_get_row (item)->case_id))
        g_list_store_splice (self->people, i, 1, items, 1);
    }
}

static void
take_reminders (StilePeoplePage *self, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      StileReminder *reminder = g_ptr_array_index (list, i);

      if (!g_hash_table_contains (self->reminders, reminder->case_id))
        g_hash_table_insert (self->reminders, g_strdup (reminder->case_id),
                             g_steal_pointer (&reminder->words));
    }
}

static gboolean
look_after_cb (gpointer page)
{
  StilePeoplePage *self = page;
  g_autoptr (GPtrArray) list = stile_casework_list_parked (self->casework, NULL);
  g_autoptr (GPtrArray) reminders = stile_casework_list_reminders (self->casework, NULL);
  g_autofree char *words = stile_waiting_describe_count (list != NULL ? list->len : 0);

  self->waiting_source = 0;
  gtk_widget_set_visible (self->waiting_line, words != NULL);
  if (words != NULL)
    adw_preferences_row_set_title (self->waiting_row, words);
  if (reminders != NULL)
    take_reminders (self, reminders);
  show_reminders (self);
  return G_SOURCE_REMOVE;
}

/* After the list is on the screen: in a large book it takes a while, the first time. The line is
 * below all else, so that nothing moves under the pointer. */
static void
look_after_soon (StilePeoplePage *self)
{
  g_hash_table_remove_all (self->reminders);
  g_clear_handle_id (&self->waiting_source, g_source_remove);
  self->waiting_source = g_idle_add_full (G_PRIORITY_LOW, look_after_cb, self, NULL);
}

gboolean
stile_people_page_open (StilePeoplePage *page, StileCasework *casework, GError **error)
{
  g_autoptr (GPtrArray) everyone = stile_casework_list_people (casework, STILE_PEOPLE_ALL, NULL,
                                                               error);

  if (everyone == NULL)
    return FALSE;
  page->casework = casework;
  g_clear_pointer (&page->now, g_date_time_unref);
  page->now = g_date_time_new_now_local ();
  show_counts (page, everyone);
  if (!update_list (page, error))
    return FALSE;
  look_after_soon (page);
  return TRUE;
}

void
stile_people_page_close (StilePeoplePage *page)
{
  page->casework = NULL;
  g_clear_handle_id (&page->waiting_source, g_source_remove);
  gtk_editable_set_text (page->search, "");
  gtk_toggle_button_set_active (page->all_button, TRUE);
  g_list_store_remove_all (page->people);
  g_hash_table_remove_all (page->reminders);
}

static gboolean
focus_search_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  stile_focus_first (widget);
  return TRUE;
}

static void
stile_people_page_finalize (GObject *object)
{
  StilePeoplePage *page = STILE_PEOPLE_PAGE (object);

  g_clear_handle_id (&page->waiting_source, g_source_remove);
  g_clear_pointer (&page->now, g_date_time_unref);
  g_clear_pointer (&page->reminders, g_hash_table_unref);
  G_OBJECT_CLASS (stile_people_page_parent_class)->finalize (object);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (STILE_PEOPLE_PAGE (widget)->search));
}

static void
stile_people_page_class_init (StilePeoplePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_people_page_finalize;

  g_type_ensure (STILE_TYPE_PERSON_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/people-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, search);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, waiting_line);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, waiting_row);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, in_progress_button);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, to_decide_button);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, referral_button);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, all_button);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, results);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, list_page);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, nobody_page);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, no_match_page);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, list_view);
  gtk_widget_class_bind_template_child (widget_class, StilePeoplePage, people);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, group_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, focus_search_cb, NULL);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_people_page_init (StilePeoplePage *page)
{
  page->reminders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (page));
}
