// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "service-facts.h"

#include "service-words.h"
#include "words.h"

void
stile_service_facts_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

GtkWidget *
stile_fact_row_new (const char *title, const char *text)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "title-lines", 0, "subtitle-lines", 0, NULL);
  g_autofree char *directed = stile_words_dup_directed (text);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), directed);
  gtk_widget_add_css_class (row, "fact");
  return row;
}

static void
add (GtkListBox *list, const char *title, const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_list_box_append (list, stile_fact_row_new (title, text));
}

/* ---- What can be copied ---- */

static void
copy_cb (GtkWidget *button, gpointer text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), text);
}

/* @hint says what the button does. */
static void
add_to_copy (GtkListBox *list, const char *title, const char *text, const char *hint)
{
  GtkWidget *row, *button;

  if (text == NULL)
    return;
  row = stile_fact_row_new (title, text);
  button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  gtk_widget_set_tooltip_text (button, hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy_cb), g_strdup (text),
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (list, row);
}

/* ---- What the directory says ---- */

static void
add_part (GString *text, const char *separator, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

static void
add_lines (GtkListBox *list, const char *title, GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < lines->len; i++)
    add_part (text, "\n", g_ptr_array_index (lines, i));
  add (list, title, text->str);
}

static void
add_ages (GtkListBox *list, const StileService *service)
{
  int from = service->minimum_age, to = service->maximum_age;
  g_autofree char *text = NULL;

  if (from > 0 && to != STILE_NOT_KNOWN)
    /* Translators: ages in years, behind “Age”. */
    text = g_strdup_printf (_("From %d to %d"), from, to);
  else if (from > 0)
    /* Translators: an age in years, behind “Age”. */
    text = g_strdup_printf (_("From %d"), from);
  else if (to != STILE_NOT_KNOWN)
    /* Translators: an age in years, behind “Age”. */
    text = g_strdup_printf (_("Up to %d"), to);
  add (list, _("Age"), text);
}

static void
add_languages (GtkListBox *list, const StileService *service)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < service->languages->len; i++)
    {
      const StileSpokenLanguage *language = g_ptr_array_index (service->languages, i);
      g_autofree char *name = language->tag != NULL ? stile_spoken_language_dup_name (language->tag)
                                                    : g_strdup (language->name);

      add_part (text, _(", "), name);
    }
  add (list, _("Languages"), text->str);
}

static void
add_phones (GtkListBox *list, const StileService *service)
{
  guint i;

  for (i = 0; i < service->phones->len; i++)
    {
      const StilePhone *phone = g_ptr_array_index (service->phones, i);
      g_autofree char *title = phone->description != NULL
                                   /* Translators: what the number is for. */
                                   ? g_strdup_printf (_("Phone (%s)"), phone->description)
                                   : g_strdup (_("Phone"));
      g_autofree char *number = phone->extension != NULL
                                    /* Translators: a telephone number, and what to dial after
                                     * it. */
                                    ? g_strdup_printf (_("%s, extension %s"), phone->number,
                                                       phone->extension)
                                    : g_strdup (phone->number);

      add_to_copy (list, title, number, _("Copy the phone number"));
    }
}

static void
add_places (GtkListBox *list, const StileService *service)
{
  guint i;

  for (i = 0; i < service->places->len; i++)
    {
      const StilePlace *place = g_ptr_array_index (service->places, i);
      g_autoptr (GString) text = g_string_new (NULL);

      add_part (text, ", ", place->name);
      add_part (text, ", ", place->address);
      add_part (text, ", ", place->postcode);
      add (list, _("Address"), text->str);
    }
}

static void
add_capacities (GtkListBox *list, const StileService *service)
{
  guint i;

  for (i = 0; i < service->capacities->len; i++)
    {
      const StileCapacity *capacity = g_ptr_array_index (service->capacities, i);
      g_autofree char *room = stile_service_room_to_words (capacity->available);
      g_autofree char *told = stile_told_to_words (capacity->updated, NULL);
      g_autofree char *text = g_strdup_printf ("%s (%s)", room, told);

      add (list, capacity->description != NULL ? capacity->description : _("Room"), text);
    }
}

static void
add_kinds (GtkListBox *list, const StileService *service)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < service->terms->len; i++)
    {
      const StileTerm *term = g_ptr_array_index (service->terms, i);

      if (term->name != NULL && g_hash_table_add (seen, term->name))
        add_part (text, _(", "), term->name);
    }
  add (list, _("Kind of help"), text->str);
}

void
stile_service_facts_show (GtkListBox *list, const StileService *service)
{
  stile_service_facts_clear (list);
  /* Translators: a heading: what the service says of these days, such as “closed in August”. */
  add (list, _("At present"), service->alert);
  add (list, _("What it does"), service->description);
  add_kinds (list, service);
  add (list, _("Who can come"), service->eligibility);
  add_ages (list, service);
  /* Translators: a heading: how one applies to the service. */
  add (list, _("How to get in"), service->application);
  add_capacities (list, service);
  add (list, _("Waiting time"), service->waiting);
  add (list, _("Cost"), service->cost);
  add_languages (list, service);
  add (list, _("Interpreters"), service->interpreters);
  add_lines (list, _("When it is open"), service->schedules);
  add (list, _("Whom to ask for"), service->contact);
  add_phones (list, service);
  add_to_copy (list, _("E-mail"), service->email, _("Copy the e-mail address"));
  add_to_copy (list, _("Website"), service->url, _("Copy the web address"));
  add_places (list, service);
  add_lines (list, _("Areas it serves"), service->areas);
  add (list, _("Accreditations"), service->accreditations);
}

/* ---- What the centre knows ---- */

static void
add_told (GtkListBox *list, const char *title, const char *text, const char *day,
          const GDate *today)
{
  g_autofree char *told = stile_told_to_words (day, today);
  g_autofree char *both = g_strdup_printf ("%s (%s)", text, told);

  add (list, title, both);
}

void
stile_service_facts_show_overlay (GtkListBox *list, const StileOverlay *overlay,
                                  const GDate *today)
{
  g_autofree char *languages = stile_service_languages_to_words (overlay->languages);
  g_autofree char *room = stile_service_room_to_words (overlay->capacity);
  g_autofree char *days = stile_service_days_to_words (overlay->waiting_days);

  stile_service_facts_clear (list);
  if (overlay->paused)
    add (list, _("Paused"), overlay->paused_reason != NULL ? overlay->paused_reason
                                                           /* Translators: instead of a reason
                                                            * why the service is paused. */
                                                           : _("Nobody is sent there for now."));
  if (overlay->known)
    add (list, _("We know them"), _("Yes"));
  add (list, _("How to refer people there"), overlay->route);
  add (list, _("Whom to ask for"), overlay->contact);
  if (overlay->capacity != STILE_NOT_KNOWN)
    /* Translators: the heading of how many more people can come; no room of a building. */
    add_told (list, _("Room"), room, overlay->capacity_at, today);
  if (overlay->waiting_days != STILE_NOT_KNOWN)
    add_told (list, _("Waiting time"), days, overlay->waiting_at, today);
  add (list, _("Languages"), languages);
  add (list, _("Who can come"), overlay->notes);
  if (gtk_list_box_get_row_at_index (list, 0) == NULL)
    add (list, _("Nothing is written down yet"),
         _("How to refer people, whom to ask for, how much room there is: what you write here "
           "stays when the directory is imported again."));
}

/* ---- How referrals went ---- */

static void
add_number (GtkListBox *list, const char *title, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  add (list, title, text);
}

void
stile_service_facts_show_figures (GtkListBox *list, const StileServiceFigures *figures)
{
  g_autofree char *accepted = NULL;
  g_autofree char *started = NULL;

  stile_service_facts_clear (list);
  if (figures == NULL)
    {
      add (list, _("Nobody was referred there yet"),
           _("When somebody is, this says how it went."));
      return;
    }
  accepted = stile_service_days_to_words (figures->days_to_accepted);
  started = stile_service_days_to_words (figures->days_to_started);
  /* Translators: the heading of a number, as are those down to “Finished”. */
  add_number (list, _("Referrals suggested"), figures->suggested);
  /* Translators: the heading of a number: referrals that were made. */
  add_number (list, _("Made"), figures->made);
  /* Translators: the heading of a number: referrals that the service did not answer. */
  add_number (list, _("No answer so far"), figures->no_reply);
  /* Translators: the heading of a number: referrals that the service accepted. */
  add_number (list, _("Accepted"), figures->accepted);
  add_number (list, C_("number of referrals", "Started"), figures->started);
  add_number (list, C_("number of referrals", "Finished"), figures->finished);
  /* Translators: the heading of a time: half of the referrals that were accepted were accepted
   * within it, half later. */
  add (list, _("From sending to “yes” (median)"), accepted);
  /* Translators: the heading of a time: half of the referrals that were started were started
   * within it, half later. */
  add (list, _("From sending to the start (median)"), started);
}
