// SPDX-FileCopyrightText: 2026 The Stile founders
// SPDX-License-Identifier: GPL-3.0-or-later

#include "day-button.h"

#include "words.h"

struct _StileDayButton
{
  AdwBin parent_instance;

  GtkMenuButton *menu_button;
  GtkCalendar *calendar; /* weak: of the popover, which comes and goes (menus.h says why) */

  char *title;
  gboolean required;
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
  /* Translators: behind “From:” or “To:”. */
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

/* ---- The calendar ---- */

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

static GtkWidget *
add_button (StileDayButton *self, GtkBox *box, const char *label,
            void (*clicked_cb) (StileDayButton *self))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (box, button);
  return button;
}

static void
select_day (StileDayButton *self)
{
  g_autoptr (GDateTime) time = NULL;

  if (!g_date_valid (&self->day))
    return;
  time = g_date_time_new_local (g_date_get_year (&self->day), (int) g_date_get_month (&self->day),
                                g_date_get_day (&self->day), 0, 0, 0);
  gtk_calendar_select_day (self->calendar, time);
}

static void
create_popover_cb (GtkMenuButton *menu_button, gpointer data)
{
  StileDayButton *self = data;
  GtkWidget *popover = gtk_popover_new ();
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  g_set_weak_pointer (&self->calendar, GTK_CALENDAR (gtk_calendar_new ()));
  select_day (self);
  gtk_box_append (box, GTK_WIDGET (self->calendar));
  gtk_widget_add_css_class (add_button (self, box, _("_This day"), this_day_cb),
                            "suggested-action");
  if (!self->required)
    add_button (self, box, _("_Any day"), any_day_cb);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (box));
  gtk_menu_button_set_popover (menu_button, popover);
}

/* ---- The button ---- */

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
      self->required = g_value_get_boolean (value);
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
  g_clear_weak_pointer (&STILE_DAY_BUTTON (object)->calendar);
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
}

static void
stile_day_button_init (StileDayButton *button)
{
  g_date_clear (&button->day, 1);
  gtk_widget_init_template (GTK_WIDGET (button));
  gtk_menu_button_set_create_popup_func (button->menu_button, create_popover_cb, button, NULL);
  show_day (button);
}
