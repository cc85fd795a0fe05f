// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "window.h"

#include "advisers.h"
#include "attention.h"
#include "backup-run.h"
#include "cover.h"
#include "demo.h"
#include "dialogs.h"
#include "focus-first.h"
#include "layers.h"
#include "pages.h"
#include "pages/first-start/first-start-page.h"
#include "pages/preferences/key-dialog.h"
#include "pages/problem/problem-page.h"
#include "pages/restore/restore-page.h"
#include "pages/unlock/unlock-page.h"
#include "words.h"

/* After so many minutes without a key or the pointer, the keys are wiped. Centres can set another
 * time. */
#define IDLE_MINUTES 5

struct _StileWindow
{
  AdwApplicationWindow parent_instance;

  AdwBin *frame;
  StileCover *cover;
  StileFirstStartPage *first_start_page;
  StileUnlockPage *unlock_page;
  StileProblemPage *problem_page;
  StileRestorePage *restore_page;
  StilePages *pages;
  GtkLabel *notice;

  StileAttention *attention;
  StileLayers *layers;
  StileDailyBackup *daily_backup;
  StileBook *book;
  gboolean in_session; /* the pages hold work with this book, perhaps locked */
  char *adviser;       /* whose work that is */
  char *path;
  char *standing_notice; /* or NULL */
  gboolean may_create;
};

G_DEFINE_FINAL_TYPE (StileWindow, stile_window, ADW_TYPE_APPLICATION_WINDOW)

static void
set_enabled (StileWindow *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static gboolean
is_read_only (StileWindow *self)
{
  return self->book != NULL && stile_ledger_is_read_only (stile_book_get_ledger (self->book));
}

static gboolean
is_manager (StileWindow *self)
{
  return self->book != NULL
         && stile_ledger_get_role (stile_book_get_ledger (self->book)) == STILE_ROLE_MANAGER;
}

static void
update_actions (StileWindow *self)
{
  GtkWidget *layer = stile_layers_get_layer (self->layers);
  gboolean hidden = stile_layers_get_hidden (self->layers);
  gboolean at_work = layer == GTK_WIDGET (self->pages);
  gboolean restoring = layer == GTK_WIDGET (self->restore_page);
  gboolean alone = stile_pages_get_alone (self->pages);

  stile_pages_set_actions_enabled (self->pages, G_ACTION_MAP (self), at_work && !hidden);
  set_enabled (self, "new-assessment", at_work && !hidden && !alone && !is_read_only (self));
  set_enabled (self, "hand-over", at_work && !hidden && !alone);
  set_enabled (self, "give-back", at_work && !hidden && alone);
  set_enabled (self, "shortcuts", !hidden && !alone); /* in the adviser's language */
  set_enabled (self, "lock", at_work);
  set_enabled (self, "apply-settings", at_work);
  set_enabled (self, "choose-book", !at_work && !restoring && !hidden && !alone);
  set_enabled (self, "restore", self->path != NULL && !restoring && !hidden && !alone
                                    && (!at_work || is_manager (self)));
  set_enabled (self, "open-again", layer == GTK_WIDGET (self->problem_page) && !hidden);
}

static void
show_layer (StileWindow *self, gpointer layer)
{
  stile_layers_show (self->layers, layer);
  update_actions (self);
}

static void
set_hidden (StileWindow *self, gboolean hidden)
{
  if (hidden)
    stile_cover_stand_for (self->cover, stile_pages_get_reading (self->pages));
  stile_layers_set_hidden (self->layers, hidden);
  update_actions (self);
}

/* In the language that words are in now. */
static void
show_notice (StileWindow *self, const char *text)
{
  g_autofree char *language = stile_words_dup_language ();

  stile_phrase_show_text (self->notice, text != NULL ? text : "", language, language);
  gtk_label_set_justify (self->notice, GTK_JUSTIFY_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->notice), text != NULL);
}

/* What is said as long as this book is open. */
static void
set_notice (StileWindow *self, const char *text)
{
  g_free (self->standing_notice);
  self->standing_notice = g_strdup (text);
  show_notice (self, text);
}

static void
apply_settings (StileWindow *self)
{
  guint minutes = stile_casework_get_setting_number (stile_book_get_casework (self->book),
                                                     STILE_SETTING_IDLE_MINUTES, IDLE_MINUTES);

  stile_attention_set_idle_seconds (self->attention, minutes * 60);
}

/* Without local services everything else goes on. */
static void
say_directory_problem (StileWindow *self)
{
  const char *problem = stile_book_get_directory_problem (self->book);

  if (problem != NULL)
    stile_pages_say (self->pages, problem);
}

/* The dialog that showed it was another adviser's. */
static void
say_key_is_lost (StileWindow *self)
{
  stile_pages_say (self->pages,
                   _("A new recovery sheet was made, and nobody said that it is on paper. The old "
                     "one no longer works. If the new one is not on paper, a centre manager needs "
                     "to make another."));
}

/* ---- The claimant alone ---- */

/* Only the questions and the check of the answers are left, on the whole screen. The way back is
 * the lock: whoever has a passphrase opens it. */
static void
hand_over_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StileWindow *self = data;

  if (!stile_pages_can_be_handed_over (self->pages))
    return;
  stile_pages_set_alone (self->pages, TRUE);
  update_actions (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
  stile_focus_first (GTK_WIDGET (self->pages));
}

static void
end_alone (StileWindow *self)
{
  stile_pages_set_alone (self->pages, FALSE);
  gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
say_thanks (StileWindow *self)
{
  g_autoptr (StileSpoken) spoken
    = stile_words_speak (stile_pages_get_claimant_language (self->pages));

  show_notice (self, _("Thank you. Your answers are safe. Please give the computer back to the "
                       "adviser."));
}

/* To whoever answered: the claimant alone, or the adviser. */
static void
say_unsaved (StileWindow *self)
{
  gboolean is_alone = stile_pages_get_alone (self->pages);
  g_autoptr (StileSpoken) spoken
    = stile_words_speak (is_alone ? stile_pages_get_claimant_language (self->pages) : NULL);

  show_notice (self, _("What was typed last is not saved yet. Please unlock the record book soon: "
                       "then Stile tries again."));
}

/* Whoever unlocks the book finds their own work as they left it, and nobody else's. */
static void
start_session (StileWindow *self)
{
  const char *adviser = stile_ledger_get_adviser (stile_book_get_ledger (self->book));
  gboolean go_on = self->in_session && g_strcmp0 (adviser, self->adviser) == 0;
  gboolean key_is_lost = !go_on && stile_key_dialogs_show_key ();

  if (stile_pages_get_alone (self->pages))
    end_alone (self);
  show_notice (self, self->standing_notice);
  if (!go_on)
    stile_layers_forget (self->layers, GTK_WIDGET (self->pages));
  show_layer (self, self->pages);
  if (!go_on)
    {
      stile_pages_set_book (self->pages, self->book);
      say_directory_problem (self);
    }
  if (key_is_lost)
    say_key_is_lost (self);
  self->in_session = TRUE;
  g_free (self->adviser);
  self->adviser = g_strdup (adviser);
  apply_settings (self);
  stile_daily_backup_start (self->daily_backup, stile_book_get_casework (self->book));
}

static void
show_unlock (StileWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (stile_unlock_page_open (self->unlock_page, self->book, &error))
    show_layer (self, self->unlock_page);
  else
    stile_window_show_problem (self, error, self->path);
}

/* Ends the work with the book before, if any. */
static void
take_book (StileWindow *self, StileBook *book)
{
  stile_daily_backup_stop (self->daily_backup);
  stile_pages_close (self->pages);
  g_set_object (&self->book, book);
  self->in_session = FALSE;
  set_notice (self, is_read_only (self)
                    ? _("This record book can only be read. To start an assessment, open one that "
                        "can be changed.")
                    : NULL);
}

static void
lock (StileWindow *self)
{
  /* What is still in a field: afterwards there is no key for it. */
  gboolean saved = stile_pages_save (self->pages);

  stile_daily_backup_stop (self->daily_backup);
  stile_book_lock (self->book);
  show_unlock (self);
  if (!saved)
    say_unsaved (self);
  else if (stile_pages_get_alone (self->pages))
    say_thanks (self);
}

static void
give_back_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  lock (data);
}

static void
unlocked_cb (StileWindow *self)
{
  start_session (self);
}

static void
first_start_done_cb (StileWindow *self, StileBook *book)
{
  stile_first_start_page_close (self->first_start_page);
  take_book (self, book);
  start_session (self);
}

static void
idle_cb (StileWindow *self)
{
  GtkWidget *layer = stile_layers_get_layer (self->layers);

  if (stile_key_dialogs_are_busy ())
    stile_attention_touch (self->attention); /* the keys are in use: later */
  else if (layer == GTK_WIDGET (self->pages))
    lock (self);
  else if (layer == GTK_WIDGET (self->first_start_page)
           || layer == GTK_WIDGET (self->restore_page)
           || stile_unlock_page_shows_key (self->unlock_page))
    set_hidden (self, TRUE);
}

static void
toggle_hidden_cb (StileWindow *self)
{
  set_hidden (self, !stile_layers_get_hidden (self->layers));
}

static void
hide_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  toggle_hidden_cb (data);
}

static void
lock_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!stile_key_dialogs_are_busy ())
    lock (data);
}

/* ---- Restoring ---- */

static void
restore_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StileWindow *self = data;
  g_autofree char *folder = NULL;

  if (stile_layers_get_layer (self->layers) == GTK_WIDGET (self->pages))
    {
      folder = g_strdup (stile_casework_get_setting (stile_book_get_casework (self->book),
                                                     STILE_SETTING_BACKUP_FOLDER));
      if (!stile_pages_save (self->pages))
        return;
      lock (self);
    }
  stile_restore_page_open (self->restore_page, self->path, folder);
  show_layer (self, self->restore_page);
}

/* No hold on the book is left: it is about to be replaced. */
static void
restore_starting_cb (StileWindow *self)
{
  stile_unlock_page_close (self->unlock_page);
  stile_layers_forget (self->layers, GTK_WIDGET (self->pages));
  take_book (self, NULL);
}

static void
restore_done_cb (StileWindow *self, StileBook *book)
{
  stile_restore_page_close (self->restore_page);
  take_book (self, book);
  start_session (self);
}

/* Back to work that was left, or to whatever is there now. */
static void
restore_cancelled_cb (StileWindow *self)
{
  g_autofree char *path = g_strdup (self->path);

  stile_restore_page_close (self->restore_page);
  if (self->book != NULL)
    show_unlock (self);
  else
    stile_window_open_path (self, path, self->may_create);
}

/* ---- Other books ---- */

static void
path_chosen_cb (GtkWindow *window, const char *path)
{
  stile_window_open_path (STILE_WINDOW (window), path, FALSE);
}

static void
choose_book_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stile_choose_book (data, path_chosen_cb);
}

static void
open_again_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  StileWindow *self = data;
  g_autofree char *path = g_strdup (self->path);

  stile_window_open_path (self, path, self->may_create);
}

static void
about_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stile_show_about (data);
}

static void
shortcuts_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  stile_show_shortcuts (data);
}

static void
apply_settings_activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  apply_settings (data);
}

static const GActionEntry actions[] = {
  { .name = "hide", .activate = hide_activated_cb },
  { .name = "lock", .activate = lock_activated_cb },
  { .name = "hand-over", .activate = hand_over_activated_cb },
  { .name = "give-back", .activate = give_back_activated_cb },
  { .name = "choose-book", .activate = choose_book_activated_cb },
  { .name = "restore", .activate = restore_activated_cb },
  { .name = "open-again", .activate = open_again_activated_cb },
  { .name = "apply-settings", .activate = apply_settings_activated_cb },
  { .name = "about", .activate = about_activated_cb },
  { .name = "shortcuts", .activate = shortcuts_activated_cb },
};

void
stile_window_open_path (StileWindow *window, const char *path, gboolean may_create)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StileBook) book = stile_book_open (path, &error);

  g_free (window->path);
  window->path = g_strdup (path);
  window->may_create = may_create;
  if (book != NULL)
    {
      take_book (window, book);
      show_unlock (window);
    }
  else if (may_create && g_error_matches (error, STILE_LEDGER_ERROR, STILE_LEDGER_ERROR_MISSING))
    {
      stile_first_start_page_open (window->first_start_page, path);
      show_layer (window, window->first_start_page);
    }
  else
    stile_window_show_problem (window, error, path);
}

void
stile_window_open_demo (StileWindow *window, StileBook *book)
{
  g_autofree char *text
      /* Translators: the passphrase. */
      = g_strdup_printf (_("This is a demo with made-up people. Nothing is kept. The passphrase is "
                           "“%s”."),
                         STILE_DEMO_PASSPHRASE);

  take_book (window, book);
  set_notice (window, text);
  start_session (window);
}

void
stile_window_show_problem (StileWindow *window, const GError *error, const char *path)
{
  stile_problem_page_open (window->problem_page, error, path);
  show_layer (window, window->problem_page);
}

static gboolean
stile_window_close_request (GtkWindow *window)
{
  StileWindow *self = STILE_WINDOW (window);

  if (stile_pages_get_alone (self->pages))
    {
      if (stile_layers_get_layer (self->layers) == GTK_WIDGET (self->pages))
        lock (self);
      return GDK_EVENT_STOP; /* only an adviser ends it */
    }
  if (stile_restore_page_is_busy (self->restore_page) || stile_key_dialogs_are_busy ())
    return GDK_EVENT_STOP; /* a recovery key may come of it, which is shown only here */
  if (stile_first_start_page_shows_key (self->first_start_page)
      || stile_restore_page_shows_key (self->restore_page) || stile_key_dialogs_show_key ()
      || stile_unlock_page_shows_key (self->unlock_page))
    {
      stile_ask_before_leaving (window, _("Is the recovery key on paper?"),
                                _("It will not be shown again."));
      return GDK_EVENT_STOP;
    }
  if (!stile_pages_save (self->pages))
    {
      stile_ask_before_leaving (
        window, _("Close without the last answers?"),
        _("They could not be saved. If you stay here, Stile goes on trying."));
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (stile_window_parent_class)->close_request (window);
}

static void
stile_window_dispose (GObject *object)
{
  StileWindow *self = STILE_WINDOW (object);

  if (self->pages != NULL)
    stile_pages_close (self->pages);
  g_clear_object (&self->attention);
  if (self->daily_backup != NULL)
    stile_daily_backup_stop (self->daily_backup);
  g_clear_object (&self->daily_backup);
  g_clear_pointer (&self->layers, stile_layers_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), STILE_TYPE_WINDOW);
  G_OBJECT_CLASS (stile_window_parent_class)->dispose (object);
}

static void
stile_window_finalize (GObject *object)
{
  StileWindow *self = STILE_WINDOW (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->standing_notice, g_free);
  g_clear_pointer (&self->adviser, g_free);
  G_OBJECT_CLASS (stile_window_parent_class)->finalize (object);
}

static void
stile_window_class_init (StileWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = stile_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = stile_window_close_request;

  g_type_ensure (STILE_TYPE_COVER);
  g_type_ensure (STILE_TYPE_FIRST_START_PAGE);
  g_type_ensure (STILE_TYPE_UNLOCK_PAGE);
  g_type_ensure (STILE_TYPE_PROBLEM_PAGE);
  g_type_ensure (STILE_TYPE_RESTORE_PAGE);
  g_type_ensure (STILE_TYPE_PAGES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/window.ui");
  gtk_widget_class_bind_template_child (widget_class, StileWindow, frame);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, cover);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, first_start_page);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, unlock_page);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, restore_page);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, StileWindow, notice);
  gtk_widget_class_bind_template_callback (widget_class, first_start_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_starting_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cancelled_cb);
  gtk_widget_class_bind_template_callback (widget_class, unlocked_cb);
}

static void
stile_window_init (StileWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  stile_pages_add_actions (self->pages, G_ACTION_MAP (self));
  self->layers = stile_layers_new (self->frame, GTK_WIDGET (self->cover));
  self->attention = stile_attention_new (IDLE_MINUTES * 60);
  self->daily_backup = stile_daily_backup_new (stile_key_dialogs_are_busy);
  g_signal_connect_object (self->daily_backup, "failed", G_CALLBACK (stile_pages_say), self->pages,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->attention, "idle", G_CALLBACK (idle_cb), self);
  g_signal_connect_swapped (self->attention, "escape", G_CALLBACK (toggle_hidden_cb), self);
}

StileWindow *
stile_window_new (StileApplication *application)
{
  return g_object_new (STILE_TYPE_WINDOW, "application", application, NULL);
}
