#include "view/json/json_writer.h"

#include <stdlib.h>
#include <string.h>

#include "view/cases.h"

/* Written piece by piece. */
static GString *write_pieces(void)
{
  AdrefJsonWriter writer;
  adref_json_writer_init(&writer);
  adref_json_writer_begin_object(&writer);
  adref_json_writer_member(&writer, "words",
                           "a \"b\" \\ \b\f\n\r\t\001\037 / \303\251 \360\237\230\200");
  adref_json_writer_member(&writer, "none", NULL);
  adref_json_writer_name(&writer, "list");
  adref_json_writer_begin_list(&writer);
  adref_json_writer_count(&writer, 7);
  adref_json_writer_flag(&writer, TRUE);
  adref_json_writer_flag(&writer, FALSE);
  adref_json_writer_null(&writer);
  adref_json_writer_begin_object(&writer);
  adref_json_writer_end(&writer);
  adref_json_writer_begin_list(&writer);
  adref_json_writer_end(&writer);
  adref_json_writer_value(&writer, json_pack("{s: [i, s], s: {}}", "x", 1, "y", "z"));
  adref_json_writer_end(&writer);
  adref_json_writer_end(&writer);
  return adref_json_writer_finish(&writer);
}

/* The form is that of jansson. */
START_TEST(pieces_are_written_as_jansson_writes)
{
  json_t *whole = json_pack("{s: s, s: [i, b, b, n, {}, [], {s: [i, s], s: {}}]}", "words",
                            "a \"b\" \\ \b\f\n\r\t\001\037 / \303\251 \360\237\230\200", "list", 7,
                            1, 0, "x", 1, "y", "z");
  char *text = json_dumps(whole, JSON_INDENT(2));
  g_autofree char *expected = g_strconcat(text, "\n", NULL);
  g_autoptr(GString) written = write_pieces();
  ck_assert_str_eq(written->str, expected);
  free(text);
  json_decref(whole);
}
END_TEST

/* What a terminal may interpret is escaped, in strings and in values of jansson. */
START_TEST(dangerous_characters_are_escaped)
{
  AdrefJsonWriter writer;
  adref_json_writer_init(&writer);
  adref_json_writer_begin_list(&writer);
  adref_json_writer_string(&writer, "\177\342\200\256x", 5);
  adref_json_writer_value(&writer, json_string("\302\233"));
  adref_json_writer_end(&writer);
  g_autoptr(GString) written = adref_json_writer_finish(&writer);
  ck_assert_str_eq(written->str, "[\n  \"\\u007F\\u202Ex\",\n  \"\\u009B\"\n]\n");
}
END_TEST

TCase *tcase_json_writer(void)
{
  TCase *tcase = tcase_create("json_writer");
  tcase_add_test(tcase, pieces_are_written_as_jansson_writes);
  tcase_add_test(tcase, dangerous_characters_are_escaped);
  return tcase;
}
