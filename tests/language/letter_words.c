#include "language/tables/letter_words.h"

#include "language/cases.h"

START_TEST(openings)
{
  static const char *const words[] = {
      "Dear colleagues,",
      "Dear Mr. Chair:",
      "Dear all",
      "Hello, please find our text below.",
      "Excellency,",
      "From: Anna Santos <anna@dfa.example> To: Chair",
      "Subject: Re: draft zero",
      "-----Original Message-----",
      "On Fri, 27 Nov 2026 at 18:02, Chair <chair@example.org> wrote:",
      "Am Freitag, 27. November 2026 schrieb der Vorsitz:",
      "Sehr geehrte Damen und Herren,",
      "Madame, Monsieur,",
      "Kính gửi Ban Thư ký,",
      "議長殿",
      "各位",
      "Уважаемые коллеги,",
      NULL};
  for (const char *const *each = words; *each; each++)
    ck_assert_msg(adref_letter_is_opening(*each), "%s", *each);
}
END_TEST

START_TEST(closings)
{
  static const char *const words[] = {"Best regards,",
                                      "Kind regards Anna Santos Department of Foreign Affairs",
                                      "Yours sincerely, Anna Santos",
                                      "Thank you, Anna",
                                      "Many thanks!",
                                      "-- Anna Santos DFA Manila",
                                      "Sent from my phone",
                                      "This e-mail and any files are confidential.",
                                      "Mit freundlichen Grüßen Anna Santos",
                                      "Trân trọng, Nguyễn Văn An",
                                      "よろしくお願いいたします。",
                                      "敬具",
                                      NULL};
  for (const char *const *each = words; *each; each++)
    ck_assert_msg(adref_letter_is_closing(*each), "%s", *each);
}
END_TEST

/* Paragraphs of statements. */
START_TEST(what_is_text)
{
  static const char *const words[] = {"We, the Ministers, met in Manila on 4 May 2027.",
                                      "On 4 May 2027 the Ministers met in Manila:",
                                      "To this end, we will meet each year.",
                                      "From 2028 on we will report.",
                                      "Thanks to the host, the talks ended well.",
                                      "Thank you to Japan for its support of the fund.",
                                      "Adopted at Vientiane on the twelfth day of November 2026.",
                                      "Regarding ports, we agree to meet.",
                                      "Sincerely committed to peace, we will meet.",
                                      "Subject to national law, we will share data.",
                                      "With regard to energy, we will meet.",
                                      "Date and place will be announced.",
                                      "Highly valuing our friendship;",
                                      "尊重する河川",
                                      NULL};
  for (const char *const *each = words; *each; each++) {
    ck_assert_msg(!adref_letter_is_opening(*each), "%s", *each);
    ck_assert_msg(!adref_letter_is_closing(*each), "%s", *each);
  }
}
END_TEST

TCase *tcase_letter_words(void)
{
  TCase *tcase = tcase_create("letter_words");
  tcase_add_test(tcase, openings);
  tcase_add_test(tcase, closings);
  tcase_add_test(tcase, what_is_text);
  return tcase;
}
