// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit-page.h"

#include <glib/gi18n-lib.h>

#include "audit-row.h"
#include "focus-first.h"
#include "widgets/day-button.h"

/* More lines than anybody reads; days narrow it down. */
#define MOST_LINES 20000

struct _StileAuditPage
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *person_label;
  GtkWidget *people_button;
  GtkWidget *person_button;
  GtkEditable *search;
  AdwComboRow *adviser_row;
  GtkStringList *advisers;
  AdwComboRow *kind_row;
  GtkStringList *kinds;
  StileDayButton *from_button;
  StileDayButton *to_button;
  AdwBin *results;
  GtkWidget *list_page;
  AdwStatusPage *nothing_page;
  GtkWidget *list_view;
  GtkLabel *most_label;
  GListStore *found;

  StileCasework *casework; /* not owned; NULL while closed */
  char *case_id;           /* whose, or NULL */
  GPtrArray *lines;        /* of StileAuditItem, before the search; NULL while closed */
  GHashTable *matches;     /* case ids that the search found; NULL: nobody is searched for */
  GDateTime *now;
  gboolean opening;
};

G_DEFINE_FINAL_TYPE (StileAuditPage, stile_audit_page, ADW_TYPE_BIN)

/* The first choice of both narrows nothing. Borrowed. */
static const char *
get_adviser (StileAuditPage *self)
{
  guint selected = adw_combo_row_get_selected (self->adviser_row);

  return selected > 0 ? gtk_string_list_get_string (self->advisers, selected) : NULL;
}

static const char *
get_kind (StileAuditPage *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  return selected > 0 && selected != GTK_INVALID_LIST_POSITION
             ? stile_casework_get_audit_kinds ()[selected - 1]
             : NULL;
}

static GPtrArray *
read_lines (StileAuditPage *self, GError **error)
{
  GDate from, to;
  StileAuditFilter filter = {
    .case_id = self->case_id,
    .adviser = get_adviser (self),
    .kind = get_kind (self),
    .from = stile_day_button_get_day (self->from_button, &from) ? &from : NULL,
    .to = stile_day_button_get_day (self->to_button, &to) ? &to : NULL,
    .most = MOST_LINES,
  };

  return stile_casework_list_audit (self->casework, &filter, error);
}

static void
take_lines (StileAuditPage *self, GPtrArray *lines)
{
  guint i;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = g_ptr_array_new_full (lines->len, g_object_unref);
  for (i = 0; i < lines->len; i++)
    g_ptr_array_add (self->lines, stile_audit_item_new (g_ptr_array_index (lines, i)));
  g_ptr_array_set_free_func (lines, NULL); /* the items have them now */
  gtk_widget_set_visible (GTK_WIDGET (self->most_label), self->lines->len == MOST_LINES);
}

static gboolean
is_found (StileAuditPage *self, StileAuditItem *item)
{
  const StileAuditLine *line = stile_audit_item_get_line (item);

  return self->matches == NULL
         || (line->case_id != NULL && g_hash_table_contains (self->matches, line->case_id));
}

/* In one step: a filter model would tell the list of every gap, which takes a second. */
static void
show_found (StileAuditPage *self)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->found));
  guint i;

  for (i = 0; i < self->lines->len; i++)
    if (is_found (self, g_ptr_array_index (self->lines, i)))
      g_ptr_array_add (found, g_ptr_array_index (self->lines, i));
  g_list_store_splice (self->found, 0, before, found->pdata, found->len);
  adw_status_page_set_title (self->nothing_page, _("Nothing found"));
  adw_status_page_set_description (self->nothing_page, _("Choose more days, or fewer letters."));
  adw_bin_set_child (self->results,
                     found->len > 0 ? self->list_page : GTK_WIDGET (self->nothing_page));
}

static void
show_trouble (StileAuditPage *self, const char *sentence)
{
  adw_status_page_set_title (self->nothing_page, _("The list cannot be read now"));
  adw_status_page_set_description (self->nothing_page, sentence);
  adw_bin_set_child (self->results, GTK_WIDGET (self->nothing_page));
}

static void
filter_changed_cb (StileAuditPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  if (self->casework == NULL || self->opening)
    return;
  lines = read_lines (self, &error);
  if (lines != NULL)
    {
      take_lines (self, lines);
      show_found (self);
    }
  else
    show_trouble (self, error->message);
}

/* A search finds people as it does in the list of people. */
static GHashTable *
find_people (StileAuditPage *self, const char *search, GError **error)
{
  g_autoptr (GPtrArray) rows = stile_casework_list_people (self->casework, STILE_PEOPLE_ALL,
                                                           search, error);
  GHashTable *found;
  guint i;

  if (rows == NULL)
    return NULL;
  found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (i = 0; i < rows->len; i++)
    g_hash_table_add (found,
                      g_strdup (((const StilePersonRow *) g_ptr_array_index (rows, i))->case_id));
  return found;
}

static void
search_changed_cb (StileAuditPage *self)
{
  g_autofree char *search = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  g_autoptr (GError) error = NULL;

  if (self->casework == NULL)
    return;
  g_clear_pointer (&self->matches, g_hash_table_unref);
  if (*search != '\0')
    {
      self->matches = find_people (self, search, &error);
      if (self->matches == NULL)
        {
          show_trouble (self, error->message);
          return;
        }
    }
  show_found (self);
}

static void
row_activated_cb (StileAuditPage *self, guint position)
{
  g_autoptr (StileAuditItem) item = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  const StileAuditLine *line = stile_audit_item_get_line (item);

  if (line->person != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.person", "s", line->case_id);
}

static void
row_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, GTK_WIDGET (stile_audit_row_new ()));
}

static void
row_bind_cb (StileAuditPage *self, GtkListItem *list_item)
{
  stile_audit_row_set_item (STILE_AUDIT_ROW (gtk_list_item_get_child (list_item)),
                            gtk_list_item_get_item (list_item), self->case_id, self->now);
}

/* Who ever did something; some may have left since. */
static void
offer_advisers (StileAuditPage *self, GPtrArray *lines)
{
  /* Translators: a choice of advisers: lines of all of them. */
  const char *everybody[] = { _("Everybody"), NULL };
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->advisers));
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  gtk_string_list_splice (self->advisers, 0, before, everybody);
  for (i = 0; i < lines->len; i++)
    {
      const StileAuditLine *line = g_ptr_array_index (lines, i);

      if (g_hash_table_add (names, line->adviser))
        gtk_string_list_append (self->advisers, line->adviser);
    }
}

static void
offer_kinds (StileAuditPage *self)
{
  /* Translators: a choice of what was done: lines of every kind. */
  const char *everything[] = { _("Everything"), NULL };
  const char *const *kinds = stile_casework_get_audit_kinds ();
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->kinds));
  guint i;

  gtk_string_list_splice (self->kinds, 0, before, everything);
  for (i = 0; kinds[i] != NULL; i++)
    gtk_string_list_append (self->kinds, stile_audit_kind_get_words (kinds[i]));
}

static const char *
find_title (GPtrArray *lines)
{
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      const StileAuditLine *line = g_ptr_array_index (lines, i);

      if (line->person != NULL)
        return line->person;
    }
  return "";
}

static void
show_whose (StileAuditPage *self, GPtrArray *lines)
{
  gboolean one = self->case_id != NULL;

  gtk_label_set_label (self->title_label,
                       /* Translators: the title of the page with the lines about one person. */
                       one ? _("Who has looked at this record") : _("Who did what"));
  gtk_label_set_label (self->person_label, one ? find_title (lines) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->person_label), one);
  gtk_widget_set_visible (GTK_WIDGET (self->search), !one);
  gtk_widget_set_visible (self->people_button, !one);
  gtk_widget_set_visible (self->person_button, one);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->person_button), "s",
                                    one ? self->case_id : "");
}

static void
clear (StileAuditPage *self)
{
  self->opening = TRUE;
  gtk_editable_set_text (self->search, "");
  g_clear_pointer (&self->matches, g_hash_table_unref);
  adw_combo_row_set_selected (self->adviser_row, 0);
  adw_combo_row_set_selected (self->kind_row, 0);
  stile_day_button_clear (self->from_button);
  stile_day_button_clear (self->to_button);
  self->opening = FALSE;
}

gboolean
stile_audit_page_open (StileAuditPage *page, StileCasework *casework, const char *case_id,
                       GError **error)
{
  StileAuditFilter filter = { .case_id = case_id, .most = MOST_LINES };
  g_autoptr (GPtrArray) lines = stile_casework_list_audit (casework, &filter, error);

  if (lines == NULL)
    return FALSE;
  stile_audit_page_close (page);
  page->opening = TRUE;
  page->casework = casework;
  page->case_id = g_strdup (case_id);
  page->now = g_date_time_new_now_local ();
  offer_advisers (page, lines);
  offer_kinds (page);
  show_whose (page, lines);
  take_lines (page, lines);
  show_found (page);
  page->opening = FALSE;
  return TRUE;
}

void
stile_audit_page_close (StileAuditPage *page)
{
  page->casework = NULL;
  clear (page);
  gtk_label_set_label (page->person_label, "");
  g_list_store_remove_all (page->found);
  g_clear_pointer (&page->lines, g_ptr_array_unref);
  g_clear_pointer (&page->case_id, g_free);
  g_clear_pointer (&page->now, g_date_time_unref);
}

static void
stile_audit_page_finalize (GObject *object)
{
  StileAuditPage *page = STILE_AUDIT_PAGE (object);

  g_clear_pointer (&page->case_id, g_free);
  g_clear_pointer (&page->lines, g_ptr_array_unref);
  g_clear_pointer (&page->matches, g_hash_table_unref);
  g_clear_pointer (&page->now, g_date_time_unref);
  G_OBJECT_CLASS (stile_audit_page_parent_class)->finalize (object);
}

static void
focus_activated_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StileAuditPage *page = STILE_AUDIT_PAGE (widget);

  gtk_widget_grab_focus (page->case_id == NULL ? GTK_WIDGET (page->search) : page->person_button);
}

static void
stile_audit_page_class_init (StileAuditPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_audit_page_finalize;

  g_type_ensure (STILE_TYPE_AUDIT_ITEM);
  g_type_ensure (STILE_TYPE_DAY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/audit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, person_label);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, people_button);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, person_button);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, search);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, adviser_row);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, advisers);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, from_button);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, to_button);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, results);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, list_page);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, nothing_page);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, most_label);
  gtk_widget_class_bind_template_child (widget_class, StileAuditPage, found);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_install_action (widget_class, STILE_ACTION_FOCUS, NULL, focus_activated_cb);
}

static void
stile_audit_page_init (StileAuditPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
}
