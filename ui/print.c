// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, StileDocument *document)
{
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  guint pages = stile_document_paginate (document, pango,
                                         gtk_print_context_get_width (context),
                                         gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, (int) pages);
  g_object_unref (pango);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page,
              StileDocument *document)
{
  stile_document_draw_page (document, gtk_print_context_get_cairo_context (context),
                            (guint) page);
}

void
stile_print_say_failure (GtkWindow *parent, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("It could not be printed"), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What is being printed, and who wants to know. */
typedef struct
{
  StilePrinted printed;
  GObject *owner;     /* NULL: nobody */
  gboolean previewed; /* then nothing was printed */
} Job;

static void
free_job_cb (gpointer data, GClosure *closure)
{
  Job *job = data;

  g_clear_object (&job->owner);
  g_free (job);
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY && job->printed != NULL && !job->previewed)
    job->printed (job->owner);
}

/* ---- No preview: GTK's own leaves all that is on the paper behind, as a temporary file ---- */

static gboolean
end_preview_cb (gpointer operation)
{
  gtk_print_operation_preview_end_preview (operation);
  return G_SOURCE_REMOVE;
}

static gboolean
preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview,
            GtkPrintContext *context, GtkWindow *parent, Job *job)
{
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (nowhere);

  gtk_print_context_set_cairo_context (context, cr, 72, 72); /* GTK wants one */
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  job->previewed = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_preview_cb, g_object_ref (operation),
                   g_object_unref);
  return TRUE;
}

/* The dialog of GTK has no call for it, and its header is of a library of its own. What is printed
 * is on the screen already. */
static void
hide_preview (GtkWindow *dialog)
{
  GParamSpec *property
    = g_object_class_find_property (G_OBJECT_GET_CLASS (dialog), "manual-capabilities");
  GFlagsClass *all = property != NULL ? G_PARAM_SPEC_FLAGS (property)->flags_class : NULL;
  const GFlagsValue *preview = all != NULL ? g_flags_get_value_by_nick (all, "preview") : NULL;
  guint capabilities;

  if (preview == NULL)
    return;
  g_object_get (dialog, "manual-capabilities", &capabilities, NULL);
  g_object_set (dialog, "manual-capabilities", capabilities & ~preview->value, NULL);
}

static void
hide_previews (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    hide_preview (l->data);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWindow *parent)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  stile_print_say_failure (parent, error != NULL ? error->message : NULL);
}

static void
free_document_cb (gpointer document, GClosure *closure)
{
  stile_document_free (document);
}

void
stile_print_document (GtkWindow *parent, StileDocument *document, StilePrinted printed,
                      gpointer owner)
{
  Job *job = g_new (Job, 1);
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_job_name (operation, stile_document_get_title (document));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (begin_print_cb), document,
                         free_document_cb, 0);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), document);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), parent, 0);
  *job = (Job){ printed, owner != NULL ? g_object_ref (owner) : NULL, FALSE };
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), job);
  g_signal_connect_data (operation, "done", G_CALLBACK (printed_cb), job, free_job_cb, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    stile_print_say_failure (parent, error->message);
  hide_previews ();
}
