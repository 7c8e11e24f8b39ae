#include "history/person.h"

#include <string.h>

#include "history/git_config.h"

typedef struct {
  const char *word;
  const char *name, *email, *date;  /* variables of the environment */
  const char *name_key, *email_key; /* keys of git config */
} RoleVariables;

static const RoleVariables roles[] = {
    [ADREF_PERSON_ROLE_AUTHOR] = {"author", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL",
                                  "GIT_AUTHOR_DATE", "author.name", "author.email"},
    [ADREF_PERSON_ROLE_COMMITTER] = {"committer", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL",
                                     "GIT_COMMITTER_DATE", "committer.name", "committer.email"},
};

void adref_person_free(AdrefPerson *person)
{
  if (!person)
    return;
  g_free(person->name);
  g_free(person->email);
  g_free(person);
}

/* A copy without control characters, "<" and ">", which git drops too: a commit object holds the
 * line "name <email> time". */
static char *clean(const char *text)
{
  g_autofree char *valid = text ? g_utf8_make_valid(text, -1) : NULL;
  if (!valid)
    return NULL;
  GString *kept = g_string_new(NULL);
  for (const char *p = valid; *p; p++)
    if (!strchr("<>", *p) && (guchar)*p >= ' ')
      g_string_append_c(kept, *p);
  char *text_kept = g_string_free(kept, FALSE);
  return g_strstrip(text_kept);
}

/* The first that is not empty of: a variable of the environment, two keys of git config. */
static char *find(git_config *config, const char *variable, const char *key, const char *general)
{
  const char *values[3] = {g_getenv(variable), NULL, NULL};
  if (config) {
    git_config_get_string(&values[1], config, key);
    git_config_get_string(&values[2], config, general);
  }
  for (gsize i = 0; i < G_N_ELEMENTS(values); i++) {
    char *value = clean(values[i]);
    if (value && *value)
      return value;
    g_free(value);
  }
  return NULL;
}

static gboolean parse_zone(const char *text, int *offset)
{
  while (*text == ' ')
    text++;
  *offset = 0;
  if (*text == '\0')
    return TRUE;
  if ((*text != '+' && *text != '-') || strspn(text + 1, "0123456789") != 4 || text[5] != '\0')
    return FALSE;
  guint64 digits = g_ascii_strtoull(text + 1, NULL, 10);
  int minutes = (int)(digits / 100 * 60 + digits % 100);
  *offset = *text == '-' ? -minutes : minutes;
  return digits % 100 < 60 && digits <= 1400;
}

static gboolean parse_seconds(const char *text, gint64 *time, int *offset)
{
  const char *digits = *text == '@' ? text + 1 : text;
  gsize length = strspn(digits, "0123456789");
  if (length < (digits > text ? 1u : 9u) || length > 11)
    return FALSE;
  *time = g_ascii_strtoll(digits, NULL, 10);
  return parse_zone(digits + length, offset);
}

static gboolean parse_iso(const char *text, gint64 *time, int *offset)
{
  g_autofree char *joined = g_strdup(text);
  char *zone = strrchr(joined, ' ');
  if (zone && (zone[1] == '+' || zone[1] == '-'))
    memmove(zone, zone + 1, strlen(zone));
  g_autoptr(GTimeZone) local = g_time_zone_new_local();
  g_autoptr(GDateTime) date = g_date_time_new_from_iso8601(joined, local);
  if (!date)
    return FALSE;
  *time = g_date_time_to_unix(date);
  *offset = (int)(g_date_time_get_utc_offset(date) / G_TIME_SPAN_MINUTE);
  return TRUE;
}

static gboolean find_time(const RoleVariables *role, AdrefPerson *person, GError **error)
{
  const char *text = g_getenv(role->date);
  if (!text || !*text) {
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    person->time = g_date_time_to_unix(now);
    person->offset = (int)(g_date_time_get_utc_offset(now) / G_TIME_SPAN_MINUTE);
    return TRUE;
  }
  if (parse_seconds(text, &person->time, &person->offset) ||
      parse_iso(text, &person->time, &person->offset))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "%s is \"%s\"; allowed are \"@1702800000 +0900\" and \"2023-12-17T17:00:00+0900\"",
              role->date, text);
  return FALSE;
}

static int open_config(git_config **config, AdrefRepo *repo)
{
  if (repo)
    return git_repository_config_snapshot(config, repo->git);
  g_autoptr(git_config) open = NULL;
  int status = adref_git_config_open_user(&open, NULL);
  return status == 0 ? git_config_snapshot(config, open) : status;
}

AdrefPerson *adref_person_new(AdrefRepo *repo, AdrefPersonRole which, GError **error)
{
  const RoleVariables *role = &roles[which];
  g_autoptr(git_config) config = NULL;
  g_autoptr(AdrefPerson) person = g_new0(AdrefPerson, 1);
  if (!adref_git_start(error))
    return NULL;
  int status = open_config(&config, repo);
  if (status != 0) {
    adref_git_fail(error, status, "git config cannot be read");
    return NULL;
  }
  person->name = find(config, role->name, role->name_key, "user.name");
  person->email = find(config, role->email, role->email_key, "user.email");
  if (!person->email)
    person->email = clean(g_getenv("EMAIL"));
  if (person->name && person->email && *person->email)
    return find_time(role, person, error) ? g_steal_pointer(&person) : NULL;
  adref_error(error, ADREF_ERROR_REFUSED,
              "git does not know who the %s is; set your name and email with\n"
              "  git config --global user.name \"Your Name\"\n"
              "  git config --global user.email \"you@example.org\"",
              role->word);
  return NULL;
}

AdrefPerson *adref_person_read(const char *text, GError **error)
{
  const char *open = strrchr(text, '<'), *shut = strrchr(text, '>');
  g_autoptr(AdrefPerson) person = g_new0(AdrefPerson, 1);
  if (open && shut && open < shut && shut[1] == '\0' && g_utf8_validate(text, -1, NULL)) {
    g_autofree char *name = g_strndup(text, (gsize)(open - text));
    g_autofree char *email = g_strndup(open + 1, (gsize)(shut - open - 1));
    person->name = clean(name);
    person->email = clean(email);
  }
  if (person->name && *person->name && *person->email)
    return find_time(&roles[ADREF_PERSON_ROLE_AUTHOR], person, error) ? g_steal_pointer(&person)
                                                                      : NULL;
  adref_error(error, ADREF_ERROR_USAGE,
              "\"%s\" is not an author; allowed is \"Name <email>\", as in \"Aiko Mori "
              "<aiko@example.org>\"",
              text);
  return NULL;
}
