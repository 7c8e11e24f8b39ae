/* The parties of the cases of "adref check". */
#ifndef ADREF_TESTS_REVIEW_CHECK_REGISTRY_H
#define ADREF_TESTS_REVIEW_CHECK_REGISTRY_H

static const char check_registry[] =
    "parties:\n"
    "  JPN: {short: {en: Japan, ja: 日本}, long: Japan}\n"
    "  IDN: {short: Indonesia, long: the Republic of Indonesia}\n"
    "  VNM: {short: Viet Nam, long: the Socialist Republic of Viet Nam}\n"
    "  KHM: {short: Cambodia}\n"
    "  LAO: {short: Lao PDR}\n"
    "  MYS: {short: Malaysia}\n"
    "  THA: {short: Thailand, long: the Kingdom of Thailand}\n"
    "  BRA: {short: {en: Brazil}}\n"
    "  ITA: {short: {en: Italy}}\n"
    "  TUR: {short: {en: Türkiye}}\n"
    "groups:\n"
    "  ASEAN: {short: ASEAN, members: [IDN, VNM]}\n"
    "  FOUR: {short: G4, members: [JPN, IDN, MYS, THA]}\n";

#endif
