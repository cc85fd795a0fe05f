// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settled-layout.h"
#include "reading.h"

#include "script.h"
#include "words.h"

struct _StileReading
{
  GObject parent_instance;

  char *adviser_language;
  char *claimant_language;
  char *assessment_id; /* or NULL */
  StileView view;
  gboolean alone;
  StileView view_together; /* the view to come back to */
  guint percent;
  GSimpleActionGroup *actions;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StileReading, stile_reading, G_TYPE_OBJECT)

static const guint percents[] = { 100, 150, 200 };

static const char *const view_names[] = {
  [STILE_VIEW_CLAIMANT_FIRST] = "claimant-first",
  [STILE_VIEW_ADVISER_FIRST] = "adviser-first",
  [STILE_VIEW_CLAIMANT] = "claimant",
  [STILE_VIEW_ADVISER] = "adviser",
};

static void
set_state (StileReading *self, const char *name, GVariant *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
emit_changed (StileReading *self)
{
  GAction *swap = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "swap");

  set_state (self, "view", g_variant_new_string (view_names[self->view]));
  set_state (self, "percent", g_variant_new_int32 ((gint32) self->percent));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (swap), stile_reading_has_two_languages (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- Languages ---- */

static gboolean
form_has (const StileForm *form, const char *language)
{
  g_auto (GStrv) languages = stile_form_dup_languages (form);

  for (guint i = 0; languages[i] != NULL; i++)
    if (stile_language_is_same (languages[i], language))
      return TRUE;
  return FALSE;
}

static guint
to_percent (guint percent)
{
  guint nearest = percents[0];

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    if (percents[i] <= percent)
      nearest = percents[i];
  return nearest;
}

void
stile_reading_start (StileReading *self, const char *assessment_id, const StileForm *form,
                     const char *claimant_language, guint percent)
{
  gboolean known = claimant_language != NULL
                   && (form_has (form, claimant_language)
                       || stile_words_has_language (claimant_language));

  g_return_if_fail (STILE_IS_READING (self));

  if (assessment_id != NULL && g_strcmp0 (self->assessment_id, assessment_id) == 0)
    return;
  g_free (self->assessment_id);
  self->assessment_id = g_strdup (assessment_id);
  g_free (self->claimant_language);
  self->claimant_language = g_strdup (known ? claimant_language : form->language);
  self->view = STILE_VIEW_CLAIMANT_FIRST;
  self->percent = to_percent (percent);
  emit_changed (self);
}

const char *
stile_reading_get_claimant_language (StileReading *self)
{
  g_return_val_if_fail (STILE_IS_READING (self), NULL);

  return self->claimant_language;
}

const char *
stile_reading_get_adviser_language (StileReading *self)
{
  g_return_val_if_fail (STILE_IS_READING (self), NULL);

  return self->adviser_language;
}

gboolean
stile_reading_has_two_languages (StileReading *self)
{
  g_return_val_if_fail (STILE_IS_READING (self), FALSE);

  return !stile_language_is_same (self->claimant_language, self->adviser_language);
}

StileLanguages
stile_reading_get_languages (StileReading *self)
{
  StileLanguages languages = { self->claimant_language, self->adviser_language };

  if (!stile_reading_has_two_languages (self) || self->view == STILE_VIEW_CLAIMANT)
    languages.second = NULL;
  else if (self->view == STILE_VIEW_ADVISER)
    languages = (StileLanguages) { self->adviser_language, NULL };
  else if (self->view == STILE_VIEW_ADVISER_FIRST)
    languages = (StileLanguages) { self->adviser_language, self->claimant_language };
  return languages;
}

StileView
stile_reading_get_view (StileReading *self)
{
  g_return_val_if_fail (STILE_IS_READING (self), STILE_VIEW_CLAIMANT_FIRST);

  return self->view;
}

void
stile_reading_set_view (StileReading *self, StileView view)
{
  g_return_if_fail (STILE_IS_READING (self));

  if (view == self->view)
    return;
  self->view = view;
  emit_changed (self);
}

void
stile_reading_swap (StileReading *self)
{
  static const StileView others[] = {
    [STILE_VIEW_CLAIMANT_FIRST] = STILE_VIEW_ADVISER_FIRST,
    [STILE_VIEW_ADVISER_FIRST] = STILE_VIEW_CLAIMANT_FIRST,
    [STILE_VIEW_CLAIMANT] = STILE_VIEW_ADVISER,
    [STILE_VIEW_ADVISER] = STILE_VIEW_CLAIMANT,
  };

  g_return_if_fail (STILE_IS_READING (self));

  stile_reading_set_view (self, others[self->view]);
}

void
stile_reading_set_alone (StileReading *self, gboolean alone)
{
  g_return_if_fail (STILE_IS_READING (self));

  if (alone == self->alone)
    return;
  self->alone = alone;
  if (alone)
    {
      self->view_together = self->view;
      self->view = STILE_VIEW_CLAIMANT;
    }
  else
    self->view = self->view_together;
  emit_changed (self);
}

gboolean
stile_reading_get_alone (StileReading *self)
{
  g_return_val_if_fail (STILE_IS_READING (self), FALSE);

  return self->alone;
}

/* ---- Size ---- */

guint
stile_reading_get_percent (StileReading *self)
{
  g_return_val_if_fail (STILE_IS_READING (self), 100);

  return self->percent;
}

void
stile_reading_set_percent (StileReading *self, guint percent)
{
  g_return_if_fail (STILE_IS_READING (self));

  if (to_percent (percent) == self->percent)
    return;
  self->percent = to_percent (percent);
  emit_changed (self);
}

void
stile_reading_step_percent (StileReading *self, int step)
{
  guint i = 0;

  g_return_if_fail (STILE_IS_READING (self));

  while (percents[i] != self->percent)
    i++;
  if (step == 0)
    i = 0;
  else if (step > 0)
    i = MIN (i + 1, G_N_ELEMENTS (percents) - 1);
  else if (i > 0)
    i--;
  stile_reading_set_percent (self, percents[i]);
}

/* ---- Actions ---- */

static void
view_change_state_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    if (g_str_equal (view_names[i], g_variant_get_string (state, NULL)))
      stile_reading_set_view (data, i);
}

static void
percent_change_state_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  stile_reading_set_percent (data, (guint) MAX (g_variant_get_int32 (state), 0));
}

static void
swap_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stile_reading_swap (data);
}

static void
larger_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stile_reading_step_percent (data, 1);
}

static void
smaller_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stile_reading_step_percent (data, -1);
}

static void
usual_size_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stile_reading_step_percent (data, 0);
}

static const GActionEntry actions[] = {
  { .name = "view", .parameter_type = "s", .state = "'claimant-first'",
    .change_state = view_change_state_cb },
  { .name = "percent", .parameter_type = "i", .state = "100",
    .change_state = percent_change_state_cb },
  { .name = "swap", .activate = swap_activated_cb },
  { .name = "larger", .activate = larger_activated_cb },
  { .name = "smaller", .activate = smaller_activated_cb },
  { .name = "usual-size", .activate = usual_size_activated_cb },
};

static const struct
{
  const char *trigger;
  const char *action;
} keys[] = {
  { "<Control>l", "reading.swap" },
  { "<Control>plus|<Control>equal|<Control>KP_Add", "reading.larger" },
  { "<Control>minus|<Control>KP_Subtract", "reading.smaller" },
  { "<Control>0|<Control>KP_0", "reading.usual-size" },
};

static void
add_keys (GtkWidget *page)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].trigger),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (page, controller);
}

/* ---- What pages look like ---- */

static void
set_default_direction (const char *language)
{
  gtk_widget_set_default_direction (stile_language_is_right_to_left (language)
                                      ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

void
stile_reading_show_percent (GtkWidget *widget, guint percent)
{
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *name = g_strdup_printf ("percent-%u", percents[i]);

      if (percents[i] == percent)
        gtk_widget_add_css_class (widget, name);
      else
        gtk_widget_remove_css_class (widget, name);
    }
}

static void
update_page (GtkWidget *page, StileReading *self)
{
  StileLanguages languages = stile_reading_get_languages (self);

  stile_reading_show_percent (page, self->percent);
  stile_phrase_set_faces (page, languages.first);
  stile_settled_layout_wait (page);
}

/* After all words: GTK finds the style of each label whose direction it changes, which the words
 * would change once more. */
static void
update_direction (GtkWidget *page, StileReading *self)
{
  if (gtk_widget_get_mapped (page))
    set_default_direction (stile_reading_get_languages (self).first);
}

static void
page_mapped_cb (GtkWidget *page, StileReading *self)
{
  update_page (page, self);
  update_direction (page, self);
}

/* All other pages are the adviser's. */
static void
page_unmapped_cb (GtkWidget *page, StileReading *self)
{
  set_default_direction (self->adviser_language);
}

void
stile_reading_dress (StileReading *self, GtkWidget *page)
{
  g_return_if_fail (STILE_IS_READING (self));

  gtk_widget_set_layout_manager (page, stile_settled_layout_new ());
  gtk_widget_insert_action_group (page, "reading", G_ACTION_GROUP (self->actions));
  add_keys (page);
  g_signal_connect_object (page, "map", G_CALLBACK (page_mapped_cb), self, G_CONNECT_AFTER);
  g_signal_connect_object (page, "unmap", G_CALLBACK (page_unmapped_cb), self, 0);
  g_signal_connect_object (self, "changed", G_CALLBACK (update_page), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "changed", G_CALLBACK (update_direction), page,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_page (page, self);
}

StileReading *
stile_reading_new (void)
{
  return g_object_new (STILE_TYPE_READING, NULL);
}

static void
stile_reading_finalize (GObject *object)
{
  StileReading *self = STILE_READING (object);

  g_object_unref (self->actions);
  g_free (self->adviser_language);
  g_free (self->claimant_language);
  g_free (self->assessment_id);
  G_OBJECT_CLASS (stile_reading_parent_class)->finalize (object);
}

static void
stile_reading_class_init (StileReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stile_reading_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
stile_reading_init (StileReading *self)
{
  self->adviser_language = stile_words_dup_language ();
  self->claimant_language = g_strdup (self->adviser_language);
  self->percent = percents[0];
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions),
                                   self);
}
