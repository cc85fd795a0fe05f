// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "import-dialog.h"

#include "import-run.h"
#include "words.h"

struct _StileImportDialog
{
  AdwWindow parent_instance;

  GtkButton *close_button;
  GtkWidget *save_button;
  AdwBin *steps;
  GtkWidget *choose_step;
  GtkLabel *trouble_label;
  GtkWidget *files_row;
  GtkWidget *folder_row;
  GtkWidget *progress_step;
  GtkLabel *name_label;
  GtkProgressBar *bar;
  GtkLabel *records_label;
  GtkWidget *stop_button;
  GtkWidget *report_step;
  GtkLabel *outcome_label;
  GtkLabel *counts_label;
  GtkLabel *faults_label;
  GtkWidget *faults_frame;
  GtkStringList *faults;
  GtkLabel *saved_label;

  char *path;   /* of the directory */
  char *folder; /* of what is read: it need not be told in every line */
  GCancellable *cancellable; /* while it reads */
  StileImportReport *report;
  GtkFileChooserNative *chooser; /* while it is open */
};

G_DEFINE_FINAL_TYPE (StileImportDialog, stile_import_dialog, ADW_TYPE_WINDOW)

static guint imported_signal;

/* ---- What to read ---- */

static void
show_choice (StileImportDialog *self, const char *trouble)
{
  gtk_label_set_label (self->trouble_label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_label), trouble != NULL);
  gtk_button_set_label (self->close_button, _("_Cancel"));
  adw_bin_set_child (self->steps, self->choose_step);
  gtk_widget_grab_focus (self->files_row);
}

static char **
dup_chosen_paths (GtkFileChooser *chooser)
{
  g_autoptr (GListModel) files = gtk_file_chooser_get_files (chooser);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }
  return g_strv_builder_end (paths);
}

static void
chosen_cb (StileImportDialog *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_auto (GStrv) paths = response == GTK_RESPONSE_ACCEPT
                             ? dup_chosen_paths (GTK_FILE_CHOOSER (chooser))
                             : NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (paths != NULL && paths[0] != NULL)
    stile_import_dialog_import (self, (const char *const *) paths);
}

static void
show_chooser (StileImportDialog *self, GtkFileChooserAction action, const char *title,
              const char *accept, gpointer answered)
{
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept,
                                               _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_swapped (self->chooser, "response", G_CALLBACK (answered), self);
}

static void
choose_files_cb (StileImportDialog *self)
{
  g_autoptr (GtkFileFilter) feeds = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  show_chooser (self, GTK_FILE_CHOOSER_ACTION_OPEN, _("Choose files to import"), _("_Import"),
                chosen_cb);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_file_filter_set_name (feeds, _("JSON, CSV and zip"));
  gtk_file_filter_add_suffix (feeds, "json");
  gtk_file_filter_add_suffix (feeds, "csv");
  gtk_file_filter_add_suffix (feeds, "zip");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), feeds);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
choose_folder_cb (StileImportDialog *self)
{
  if (self->chooser != NULL)
    return;
  show_chooser (self, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _("Choose a folder to import"),
                _("_Import"), chosen_cb);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- While it reads ---- */

static void
progress_cb (guint64 bytes, guint64 total, guint records, gpointer data)
{
  StileImportDialog *self = data;
  /* Translators: while a file is read: an entry of the directory that is imported. */
  g_autofree char *words = g_strdup_printf (ngettext ("%u record read", "%u records read",
                                                      records),
                                            records);

  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, (double) bytes / (double) total);
  else
    gtk_progress_bar_pulse (self->bar);
  gtk_label_set_label (self->records_label, words);
}

static void
stop_cb (StileImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->stop_button, FALSE);
}

/* ---- What came of it ---- */

static char *
dup_outcome (const StileImportReport *report)
{
  g_autofree char *now = g_strdup_printf (ngettext ("The directory has %u service now.",
                                                    "The directory has %u services now.",
                                                    report->services),
                                          report->services);
  g_autofree char *kept = stile_import_report_dup_kept (report);

  return kept != NULL ? g_strdup_printf ("%s %s", kept, now) : g_steal_pointer (&now);
}

static void
show_counts (StileImportDialog *self)
{
  const StileImportReport *report = self->report;
  g_autofree char *outcome = dup_outcome (report);
  /* Translators: services that are new, that are gone, and entries of the file. */
  g_autofree char *counts = g_strdup_printf (_("New: %u. Gone: %u. Records read: %u. Left out: %u. "
                                               "Read twice: %u."),
                                             report->added, report->removed, report->records,
                                             report->left_out, report->repeated);

  gtk_label_set_label (self->outcome_label, outcome);
  gtk_label_set_label (self->counts_label, counts);
}

static char *
dup_line (StileImportDialog *self, const StileImportLine *line)
{
  StileImportLine told = *line;

  if (told.source != NULL && g_str_has_prefix (told.source, self->folder))
    told.source += strlen (self->folder) + 1;
  return stile_import_line_to_text (&told);
}

static void
show_faults (StileImportDialog *self)
{
  const StileImportReport *report = self->report;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;
  g_autofree char *words = NULL;
  guint i;

  for (i = 0; i < report->lines->len; i++)
    {
      g_autofree char *line = dup_line (self, g_ptr_array_index (report->lines, i));

      g_strv_builder_add (builder, line);
    }
  lines = g_strv_builder_end (builder);
  gtk_string_list_splice (self->faults, 0, g_list_model_get_n_items (G_LIST_MODEL (self->faults)),
                          (const char *const *) lines);
  words = report->n_lines > 0
              /* Translators: faults of the file; a list follows. */
              ? g_strdup_printf (ngettext ("%u thing was found and dealt with:",
                                           "%u things were found and dealt with:",
                                           report->n_lines),
                                 report->n_lines)
              : g_strdup (_("No faults were found."));
  gtk_label_set_label (self->faults_label, words);
  gtk_widget_set_visible (self->faults_frame, report->n_lines > 0);
  gtk_widget_set_visible (self->save_button, TRUE);
}

static void
show_report (StileImportDialog *self, StileImportReport *report)
{
  g_clear_pointer (&self->report, stile_import_report_free);
  self->report = report;
  show_counts (self);
  show_faults (self);
  gtk_button_set_label (self->close_button, _("_Done"));
  adw_bin_set_child (self->steps, self->report_step);
  gtk_widget_grab_focus (GTK_WIDGET (self->close_button));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StileImportDialog) self = data;
  g_autoptr (GError) error = NULL;
  StileImportReport *report = stile_import_run_finish (result, &error);

  g_clear_object (&self->cancellable);
  if (report != NULL)
    {
      show_report (self, report);
      g_signal_emit (self, imported_signal, 0);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_choice (self, _("The import was stopped. The directory is as it was."));
  else
    show_choice (self, error->message);
}

void
stile_import_dialog_import (StileImportDialog *dialog, const char *const *files)
{
  g_autofree char *name = g_filename_display_basename (files[0]);

  g_return_if_fail (dialog->cancellable == NULL);

  g_free (dialog->folder);
  dialog->folder = g_path_get_dirname (files[0]);
  dialog->cancellable = g_cancellable_new ();
  gtk_label_set_label (dialog->name_label, name);
  gtk_label_set_label (dialog->records_label, "");
  gtk_progress_bar_set_fraction (dialog->bar, 0);
  gtk_widget_set_sensitive (dialog->stop_button, TRUE);
  gtk_widget_set_visible (dialog->save_button, FALSE);
  adw_bin_set_child (dialog->steps, dialog->progress_step);
  gtk_widget_grab_focus (dialog->stop_button);
  stile_import_run_async (dialog->path, files, dialog->cancellable, progress_cb, imported_cb,
                          g_object_ref (dialog));
}

/* ---- Keeping the report ---- */

gboolean
stile_import_dialog_write_report (StileImportDialog *dialog, const char *path, GError **error)
{
  g_autofree char *text = g_str_has_suffix (path, ".csv")
                              ? stile_import_report_to_csv (dialog->report)
                              : stile_import_report_to_text (dialog->report);

  return g_file_set_contents (path, text, -1, error);
}

static void
save_place_chosen_cb (StileImportDialog *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autoptr (GError) error = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response != GTK_RESPONSE_ACCEPT || path == NULL)
    return;
  gtk_label_set_label (self->saved_label, stile_import_dialog_write_report (self, path, &error)
                                              ? _("The report is saved.")
                                              : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_label), TRUE);
}

static void
save_cb (StileImportDialog *self)
{
  if (self->chooser != NULL || self->report == NULL)
    return;
  show_chooser (self, GTK_FILE_CHOOSER_ACTION_SAVE, _("Where to keep the report"), _("_Save"),
                save_place_chosen_cb);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), "import-report.csv");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* ---- The dialog ---- */

/* Closing stops what is being read. The window waits until that has been undone. */
static gboolean
stile_import_dialog_close_request (GtkWindow *window)
{
  StileImportDialog *self = STILE_IMPORT_DIALOG (window);

  if (self->cancellable != NULL)
    {
      stop_cb (self);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (stile_import_dialog_parent_class)->close_request (window);
}

static void
fault_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "fault");
  gtk_list_item_set_child (list_item, label);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
fault_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const char *line = gtk_string_object_get_string (gtk_list_item_get_item (list_item));
  g_autofree char *directed = stile_words_dup_directed (line); /* begins with the file's name */

  gtk_label_set_label (GTK_LABEL (label), directed);
  /* The list's own widget around it has the focus and would have no name. */
  if (gtk_widget_get_parent (label) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (label)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
}

static void
stile_import_dialog_dispose (GObject *object)
{
  StileImportDialog *dialog = STILE_IMPORT_DIALOG (object);

  if (dialog->cancellable != NULL)
    g_cancellable_cancel (dialog->cancellable);
  g_clear_object (&dialog->chooser);
  G_OBJECT_CLASS (stile_import_dialog_parent_class)->dispose (object);
}

static void
stile_import_dialog_finalize (GObject *object)
{
  StileImportDialog *dialog = STILE_IMPORT_DIALOG (object);

  g_clear_object (&dialog->cancellable);
  g_clear_pointer (&dialog->report, stile_import_report_free);
  g_clear_pointer (&dialog->path, g_free);
  g_clear_pointer (&dialog->folder, g_free);
  G_OBJECT_CLASS (stile_import_dialog_parent_class)->finalize (object);
}

static void
stile_import_dialog_class_init (StileImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stile_import_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = stile_import_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = stile_import_dialog_close_request;
  imported_signal = g_signal_new ("imported", STILE_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, steps);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, choose_step);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, files_row);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, folder_row);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, progress_step);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, name_label);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, records_label);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, stop_button);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, report_step);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, outcome_label);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, counts_label);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, faults_label);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, faults_frame);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, faults);
  gtk_widget_class_bind_template_child (widget_class, StileImportDialog, saved_label);
  gtk_widget_class_bind_template_callback (widget_class, choose_files_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, fault_bind_cb);
}

static void
stile_import_dialog_init (StileImportDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

StileImportDialog *
stile_import_dialog_new (GtkWindow *parent, const char *path)
{
  StileImportDialog *dialog = g_object_new (STILE_TYPE_IMPORT_DIALOG, "transient-for", parent,
                                            NULL);

  dialog->path = g_strdup (path);
  gtk_window_set_focus (GTK_WINDOW (dialog), dialog->files_row);
  return dialog;
}
