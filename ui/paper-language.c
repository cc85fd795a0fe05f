// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paper-language.h"

#include "document.h"
#include "language.h"
#include "script.h"
#include "words.h"

struct _StilePaperLanguage
{
  AdwBin parent_instance;

  GtkDropDown *choice;
  GtkStringList *names;

  char *first;
  char *second; /* or NULL: there is no other */
  gboolean is_offering;
};

/* As they stand in the list. */
enum
{
  IN_FIRST,
  IN_SECOND,
  IN_BOTH
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StilePaperLanguage, stile_paper_language, ADW_TYPE_BIN)

static void
chosen_cb (StilePaperLanguage *self)
{
  if (!self->is_offering)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
show_names (StilePaperLanguage *self)
{
  const char *names[] = { stile_language_get_own_name (self->first),
                          self->second != NULL ? stile_language_get_own_name (self->second) : NULL,
                          _("Both languages"), NULL };

  self->is_offering = TRUE;
  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          names);
  gtk_drop_down_set_selected (self->choice, IN_FIRST);
  self->is_offering = FALSE;
}

void
stile_paper_language_offer (StilePaperLanguage *self, const char *first, const char *second)
{
  g_return_if_fail (STILE_IS_PAPER_LANGUAGE (self));

  if (second != NULL && stile_language_is_same (first, second))
    second = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), second != NULL);
  if (g_strcmp0 (self->first, first) == 0 && g_strcmp0 (self->second, second) == 0)
    return;
  g_free (self->first);
  g_free (self->second);
  self->first = g_strdup (first);
  self->second = g_strdup (second);
  show_names (self);
}

void
stile_paper_language_close (StilePaperLanguage *self)
{
  g_return_if_fail (STILE_IS_PAPER_LANGUAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->second, g_free);
}

StileDocument *
stile_paper_language_make (StilePaperLanguage *self, StilePaperInFunc make, gpointer owner,
                           GError **error)
{
  guint chosen;
  g_autoptr (StileDocument) paper = NULL;
  StileDocument *other;

  g_return_val_if_fail (STILE_IS_PAPER_LANGUAGE (self) && self->first != NULL, NULL);

  chosen = self->second != NULL ? gtk_drop_down_get_selected (self->choice) : IN_FIRST;
  paper = make (owner, chosen == IN_SECOND ? self->second : self->first, error);
  if (paper == NULL || chosen != IN_BOTH)
    return g_steal_pointer (&paper);
  other = make (owner, self->second, error);
  if (other == NULL)
    return NULL;
  stile_document_append (paper, other);
  return g_steal_pointer (&paper);
}

static void
stile_paper_language_finalize (GObject *object)
{
  StilePaperLanguage *self = STILE_PAPER_LANGUAGE (object);

  g_free (self->first);
  g_free (self->second);
  G_OBJECT_CLASS (stile_paper_language_parent_class)->finalize (object);
}

static void
stile_paper_language_class_init (StilePaperLanguageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_paper_language_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/paper-language.ui");
  gtk_widget_class_bind_template_child (widget_class, StilePaperLanguage, choice);
  gtk_widget_class_bind_template_child (widget_class, StilePaperLanguage, names);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
stile_paper_language_init (StilePaperLanguage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
