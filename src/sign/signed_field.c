#include "sign/signed_field.h"

#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "history/deadline.h"

enum {
  MAX_WORDS = 200,
  MAX_REASON = 2000,
  ID_DIGITS = 40,
  SUM_DIGITS = 64
};

gboolean adref_signed_field_is_statement(const char *value)
{
  return adref_name_is(ADREF_NAME_STATEMENT, value);
}

gboolean adref_signed_field_is_label(const char *value)
{
  return adref_name_is(ADREF_NAME_LABEL, value);
}

gboolean adref_signed_field_is_party(const char *value)
{
  return adref_name_is(ADREF_NAME_PARTY, value);
}

static gboolean is_digits(const char *value, gsize count)
{
  return strlen(value) == count && strspn(value, "0123456789abcdef") == count;
}

gboolean adref_signed_field_is_commit(const char *value)
{
  return is_digits(value, ID_DIGITS);
}

gboolean adref_signed_field_is_sha256(const char *value)
{
  return is_digits(value, SUM_DIGITS);
}

gboolean adref_signed_field_is_deadline(const char *value)
{
  g_autoptr(AdrefDeadline) deadline = adref_deadline_parse(value);
  return deadline != NULL;
}

static gboolean is_line(const char *value, gsize most)
{
  gsize length = strlen(value);
  if (length == 0 || length > most || !g_utf8_validate(value, -1, NULL) ||
      g_ascii_isspace(value[0]) || g_ascii_isspace(value[length - 1]))
    return FALSE;
  g_autofree char *visible = adref_escape_controls(value, -1, FALSE);
  return strcmp(visible, value) == 0;
}

gboolean adref_signed_field_is_text(const char *value)
{
  return is_line(value, MAX_WORDS);
}

gboolean adref_signed_field_is_reason(const char *value)
{
  return is_line(value, MAX_REASON);
}

static gboolean check_line(const char *option, const char *value, gsize most, GError **error)
{
  if (is_line(value, most))
    return TRUE;
  adref_error(error, ADREF_ERROR_USAGE,
              "--%s: one line of letters is needed, without spaces at its ends, control "
              "characters and marks of direction, at most %" G_GSIZE_FORMAT " bytes",
              option, most);
  return FALSE;
}

gboolean adref_signed_field_check_text(const char *option, const char *value, GError **error)
{
  return check_line(option, value, MAX_WORDS, error);
}

gboolean adref_signed_field_check_reason(const char *option, const char *value, GError **error)
{
  return check_line(option, value, MAX_REASON, error);
}
