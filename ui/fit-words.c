// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fit-words.h"

#define USUAL_DPI (96 * 1024) /* as GtkSettings counts */
#define SMALLEST_SCREEN 1024

double
stile_fit_words_get_scale (void)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return MAX (dpi, USUAL_DPI) / (double) USUAL_DPI;
}

/* As it was declared: what is realized again has been widened already. */
static int
get_declared (GObject *object, const char *property)
{
  GQuark quark = g_quark_from_string (property);
  int value = GPOINTER_TO_INT (g_object_get_qdata (object, quark));

  if (value == 0)
    {
      g_object_get (object, property, &value, NULL);
      g_object_set_qdata (object, quark, GINT_TO_POINTER (value));
    }
  return value;
}

static void
widen (GObject *object, const char *property)
{
  int declared = get_declared (object, property);

  if (declared > 0)
    g_object_set (object, property, (int) (declared * stile_fit_words_get_scale ()), NULL);
}

/* A dialog stays within the window that it belongs to. */
static void
widen_dialog (GtkWindow *dialog)
{
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (dialog));
  int width = get_declared (G_OBJECT (dialog), "default-width") * stile_fit_words_get_scale ();

  if (parent != NULL && width > 0)
    g_object_set (dialog, "default-width", MIN (width, gtk_widget_get_width (parent)), NULL);
}

static void
wrap (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
}

/* As a GtkBox in another, the titles of a row or group ask for the width they need at their height,
 * which can be more than there is. A grid takes what there is. */
static void
stack_titles (GtkWidget *box)
{
  GtkLayoutManager *grid;
  int row = 0;

  if (GTK_IS_GRID_LAYOUT (gtk_widget_get_layout_manager (box)))
    return;
  grid = gtk_grid_layout_new ();
  gtk_widget_set_layout_manager (box, grid);
  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_object_set (gtk_layout_manager_get_layout_child (grid, child), "row", row++, NULL);
      if (GTK_IS_LABEL (child) && !gtk_label_get_wrap (GTK_LABEL (child)))
        wrap (GTK_LABEL (child));
    }
}

/* @style is the class of the box that libadwaita puts the titles in. */
static void
keep_titles_inside (GtkWidget *widget, const char *style)
{
  if (GTK_IS_BOX (widget) && gtk_widget_has_css_class (widget, style))
    {
      stack_titles (widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    keep_titles_inside (child, style);
}

static gboolean
fits_on_screen (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return least <= SMALLEST_SCREEN;
}

static void
wrap_buttons (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && GTK_IS_BUTTON (gtk_widget_get_parent (widget)))
    {
      wrap (GTK_LABEL (widget));
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD);
      gtk_label_set_natural_wrap_mode (GTK_LABEL (widget), GTK_NATURAL_WRAP_NONE);
      gtk_label_set_justify (GTK_LABEL (widget), GTK_JUSTIFY_CENTER);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    wrap_buttons (child);
}

static gboolean
realized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (ADW_IS_CLAMP (widget) || ADW_IS_CLAMP_SCROLLABLE (widget))
    {
      widen (G_OBJECT (widget), "tightening-threshold");
      widen (G_OBJECT (widget), "maximum-size");
    }
  else if (ADW_IS_PREFERENCES_GROUP (widget))
    keep_titles_inside (widget, "labels");
  else if (ADW_IS_HEADER_BAR (widget) && !fits_on_screen (widget))
    wrap_buttons (widget);
  else if (ADW_IS_ACTION_ROW (widget))
    keep_titles_inside (widget, "title");
  else if (GTK_IS_SHORTCUTS_WINDOW (widget) && !fits_on_screen (widget))
    gtk_widget_add_css_class (widget, "too-wide"); /* its columns do not wrap */
  else if (GTK_IS_WINDOW (widget))
    widen_dialog (GTK_WINDOW (widget));
  return G_SOURCE_CONTINUE;
}

void
stile_fit_words_watch (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* which has the signal */
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb, NULL,
                              NULL);
}
