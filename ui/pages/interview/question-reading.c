// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "question-reading.h"

#include "language.h"
#include "script.h"
#include "tip.h"
#include "widgets/choice-row.h"
#include "words.h"

#define MARK "being-read"

struct _StileQuestionReading
{
  AdwSplitButton *button;
  AdwButtonContent *content;
  GtkMenuButton *menu_button; /* the part of the button that opens its menu */
  GtkLabel *problem;
  GSimpleActionGroup *actions;

  StileReader *reader; /* or NULL */
  GPtrArray *utterances;
  GPtrArray *widgets;  /* what shows each of them; borrowed */
  GtkWidget *marked;   /* or NULL */
  char *language;      /* of the page, or NULL: the program's */
};

static const struct
{
  const char *name;
  const char *words;
  double speed;
} speeds[] = {
  { "slow", N_("Slowly"), STILE_READER_SLOW },
  { "usual", N_("At the usual pace"), 1 },
  { "fast", N_("Faster"), STILE_READER_FAST },
};

static gboolean
is_reading (StileQuestionReading *self)
{
  return stile_reader_get_current (self->reader) >= 0;
}

/* ---- The button ---- */

static void
show_button (StileQuestionReading *self)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (self->language);
  gboolean reading = self->reader != NULL && is_reading (self);

  /* Translators: a button, in turn with “Read aloud”, which is what it does. */
  adw_button_content_set_label (self->content, reading ? _("Stop reading") : _("Read aloud"));
  adw_button_content_set_icon_name (self->content, reading ? "media-playback-stop-symbolic"
                                                           : "audio-speakers-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  reading ? _("Stop reading") : _("Read aloud"), -1);
  stile_tip_set (GTK_WIDGET (self->button), _("Alt+R"));
  stile_tip_set (GTK_WIDGET (self->menu_button), _("How fast to read"));
  /* libadwaita leaves it without a name. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("How fast to read"), -1);
}

/* Made when it opens: a menu that nobody sees would be made anew at each switch of the language. */
static void
open_menu_cb (GtkMenuButton *menu_button, gpointer data)
{
  StileQuestionReading *self = data;
  g_autoptr (StileSpoken) spoken = stile_words_speak (self->language);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (stile_words_get (speeds[i].words), NULL);

      g_menu_item_set_action_and_target (item, "aloud.speed", "s", speeds[i].name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (menu_button, G_MENU_MODEL (menu));
}

static GtkMenuButton *
find_menu_button (AdwSplitButton *button)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (button));

  while (!GTK_IS_MENU_BUTTON (child))
    child = gtk_widget_get_next_sibling (child);
  return GTK_MENU_BUTTON (child);
}

static void
show_problem (StileQuestionReading *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
}

static const char *
get_problem_words (StileSpeechError problem)
{
  switch (problem)
    {
    case STILE_SPEECH_ERROR_NO_SOUND:
      return _("There is no sound. Please check that a loudspeaker is connected.");
    case STILE_SPEECH_ERROR_NO_VOICE:
    default:
      return _("This computer has no voice for this language.");
    }
}

static void
fail (StileQuestionReading *self, int problem)
{
  g_autoptr (StileSpoken) spoken = stile_words_speak (self->language);

  show_problem (self, get_problem_words (problem));
}

static void
show_whether_it_can (StileQuestionReading *self)
{
  g_autofree char *program = stile_words_dup_language ();
  const char *language = self->language != NULL ? self->language : program;

  if (self->reader == NULL)
    return;
  if (stile_reader_can_read (self->reader, language))
    show_problem (self, NULL);
  else
    fail (self, STILE_SPEECH_ERROR_NO_VOICE);
}

/* ---- Where it is ---- */

static void
mark (StileQuestionReading *self, GtkWidget *widget)
{
  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, MARK);
  self->marked = widget;
  if (widget != NULL)
    gtk_widget_add_css_class (widget, MARK);
}

/* Moves the page just as far as it takes to see what is read. */
static void
scroll_to (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  if (scroller == NULL || !gtk_widget_compute_bounds (widget, scroller, &bounds))
    return;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_clamp_page (
    adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y,
    gtk_adjustment_get_value (adjustment) + bounds.origin.y + bounds.size.height);
}

static void
current_changed_cb (StileReader *reader, GParamSpec *pspec, StileQuestionReading *self)
{
  int current = stile_reader_get_current (reader);
  gboolean known = current >= 0 && (guint) current < self->widgets->len;

  mark (self, known ? self->widgets->pdata[current] : NULL);
  if (self->marked != NULL)
    scroll_to (self->marked);
  show_button (self);
}

static void
failed_cb (StileReader *reader, int problem, StileQuestionReading *self)
{
  fail (self, problem);
}

static void
prepared_cb (StileReader *reader, StileQuestionReading *self)
{
  show_whether_it_can (self);
}

/* ---- What is read ---- */

void
stile_question_reading_clear (StileQuestionReading *self)
{
  stile_question_reading_stop (self);
  g_ptr_array_set_size (self->utterances, 0);
  g_ptr_array_set_size (self->widgets, 0);
}

static void
add (StileQuestionReading *self, const char *text, const char *language, GtkWidget *shown_by)
{
  g_autofree char *program = stile_words_dup_language ();

  g_ptr_array_add (self->utterances,
                   stile_utterance_new (text, language != NULL ? language : program));
  g_ptr_array_add (self->widgets, shown_by);
}

void
stile_question_reading_add (StileQuestionReading *self, const StilePhrase *phrase,
                            GtkWidget *shown_by)
{
  if (phrase != NULL)
    add (self, phrase->first, phrase->first_language, shown_by);
}

void
stile_question_reading_add_choices (StileQuestionReading *self, GtkWidget *widget)
{
  GtkWidget *child;

  if (STILE_IS_CHOICE_ROW (widget))
    {
      const char *language;
      const char *text = stile_choice_row_get_text (STILE_CHOICE_ROW (widget), &language);

      add (self, text, language, widget);
      return;
    }
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    stile_question_reading_add_choices (self, child);
}

void
stile_question_reading_say (StileQuestionReading *self, const StileLanguages *languages)
{
  g_free (self->language);
  self->language = g_strdup (languages->first);
  show_button (self);
  show_whether_it_can (self);
}

static gpointer
copy_utterance (gconstpointer utterance, gpointer data)
{
  const StileUtterance *original = utterance;

  return stile_utterance_new (original->text, original->language);
}

void
stile_question_reading_start (StileQuestionReading *self)
{
  if (self->reader == NULL || self->utterances->len == 0)
    return;
  show_whether_it_can (self);
  stile_reader_read (self->reader, g_ptr_array_copy (self->utterances, copy_utterance, NULL));
}

void
stile_question_reading_stop (StileQuestionReading *self)
{
  if (self->reader != NULL)
    stile_reader_stop (self->reader);
}

/* ---- Actions ---- */

static void
toggle_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StileQuestionReading *self = data;

  if (self->reader != NULL && is_reading (self))
    stile_question_reading_stop (self);
  else
    stile_question_reading_start (self);
}

static void
speed_change_state_cb (GSimpleAction *action, GVariant *state, gpointer data)
{
  StileQuestionReading *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    if (g_str_equal (speeds[i].name, g_variant_get_string (state, NULL)) && self->reader != NULL)
      {
        stile_reader_set_speed (self->reader, speeds[i].speed);
        g_simple_action_set_state (action, state);
        if (is_reading (self))
          stile_question_reading_start (self);
      }
}

static const GActionEntry actions[] = {
  { .name = "toggle", .activate = toggle_activated_cb },
  { .name = "speed", .parameter_type = "s", .state = "'usual'",
    .change_state = speed_change_state_cb },
};

/* ---- Setting up ---- */

static void
drop_reader (StileQuestionReading *self)
{
  if (self->reader == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->reader, self);
  stile_reader_stop (self->reader);
  g_clear_object (&self->reader);
}

void
stile_question_reading_set_reader (StileQuestionReading *self, StileReader *reader)
{
  drop_reader (self);
  mark (self, NULL);
  g_set_object (&self->reader, reader);
  gtk_widget_set_visible (GTK_WIDGET (self->button), reader != NULL);
  if (reader == NULL)
    return;
  g_signal_connect (reader, "notify::current", G_CALLBACK (current_changed_cb), self);
  g_signal_connect (reader, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (reader, "prepared", G_CALLBACK (prepared_cb), self);
}

StileQuestionReading *
stile_question_reading_new (GtkWidget *view, AdwBin *place, GtkLabel *problem)
{
  StileQuestionReading *self = g_new0 (StileQuestionReading, 1);

  self->problem = problem;
  self->utterances = g_ptr_array_new_with_free_func ((GDestroyNotify) stile_utterance_free);
  self->widgets = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions),
                                   self);
  gtk_widget_insert_action_group (view, "aloud", G_ACTION_GROUP (self->actions));

  self->content = ADW_BUTTON_CONTENT (adw_button_content_new ());
  self->button = ADW_SPLIT_BUTTON (adw_split_button_new ());
  adw_split_button_set_child (self->button, GTK_WIDGET (self->content));
  self->menu_button = find_menu_button (self->button);
  gtk_menu_button_set_create_popup_func (self->menu_button, open_menu_cb, self, NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "aloud.toggle");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  adw_bin_set_child (place, GTK_WIDGET (self->button));
  return self;
}

void
stile_question_reading_free (StileQuestionReading *self)
{
  drop_reader (self);
  g_object_unref (self->actions);
  g_ptr_array_unref (self->utterances);
  g_ptr_array_unref (self->widgets);
  g_free (self->language);
  g_free (self);
}
