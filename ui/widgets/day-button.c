// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "day-button.h"

#include "words.h"

struct _StileDayButton
{
  AdwBin parent_instance;

  GtkMenuButton *menu_button;
  GtkCalendar *calendar;
  GtkWidget *any_button;

  char *title;
  GDate day; /* not valid: any */
};

enum
{
  PROP_TITLE = 1,
  PROP_REQUIRED,
};

G_DEFINE_FINAL_TYPE (StileDayButton, stile_day_button, ADW_TYPE_BIN)

static guint changed_signal;

static char *
dup_words (const StileDayButton *self)
{
  return g_date_valid (&self->day) ? stile_words_dup_date (&self->day) : g_strdup (_("any day"));
}

static void
show_day (StileDayButton *self)
{
  g_autofree char *words = dup_words (self);
  g_autofree char *label
      = g_strdup_printf (/* Translators: "From: 3 March 2026" */ _("%s: %s"),
                         self->title != NULL ? self->title : "", words);

  gtk_menu_button_set_label (self->menu_button, label);
}

static void
choose (StileDayButton *self, const GDate *day)
{
  stile_day_button_set_day (self, day);
  gtk_menu_button_popdown (self->menu_button);
  g_signal_emit (self, changed_signal, 0);
}

static void
this_day_cb (StileDayButton *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (self->calendar);
  GDate day;
  int year, month, number;

  g_date_time_get_ymd (time, &year, &month, &number);
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) number, (GDateMonth) month, (GDateYear) year);
  choose (self, &day);
}

static void
any_day_cb (StileDayButton *self)
{
  choose (self, NULL);
}

gboolean
stile_day_button_get_day (StileDayButton *button, GDate *day)
{
  *day = button->day;
  return g_date_valid (day);
}

void
stile_day_button_set_day (StileDayButton *button, const GDate *day)
{
  g_date_clear (&button->day, 1);
  if (day != NULL)
    button->day = *day;
  show_day (button);
}

void
stile_day_button_clear (StileDayButton *button)
{
  stile_day_button_set_day (button, NULL);
}

static void
stile_day_button_set_property (GObject *object, guint property, const GValue *value,
                               GParamSpec *spec)
{
  StileDayButton *self = STILE_DAY_BUTTON (object);

  if (property == PROP_REQUIRED)
    {
      gtk_widget_set_visible (self->any_button, !g_value_get_boolean (value));
      return;
    }
  g_free (self->title);
  self->title = g_value_dup_string (value);
  show_day (self);
}

static void
stile_day_button_finalize (GObject *object)
{
  g_clear_pointer (&STILE_DAY_BUTTON (object)->title, g_free);
  G_OBJECT_CLASS (stile_day_button_parent_class)->finalize (object);
}

static void
stile_day_button_class_init (StileDayButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = stile_day_button_finalize;
  G_OBJECT_CLASS (klass)->set_property = stile_day_button_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
    G_OBJECT_CLASS (klass), PROP_REQUIRED,
    g_param_spec_boolean ("required", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
  changed_signal = g_signal_new ("changed", STILE_TYPE_DAY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/stile/Stile/day-button.ui");
  gtk_widget_class_bind_template_child (widget_class, StileDayButton, menu_button);
  gtk_widget_class_bind_template_child (widget_class, StileDayButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, StileDayButton, any_button);
  gtk_widget_class_bind_template_callback (widget_class, this_day_cb);
  gtk_widget_class_bind_template_callback (widget_class, any_day_cb);
}

static void
stile_day_button_init (StileDayButton *button)
{
  g_date_clear (&button->day, 1);
  gtk_widget_init_template (GTK_WIDGET (button));
  show_day (button);
}
