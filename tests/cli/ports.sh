# What the transcripts chance-ports-*.md begin with: after demo.sh, the statement "ports" instead of
# "demo". Its text has brackets of all forms, labelled items, a table, a list in a list, a footnote, a
# reference and an annex.

T=statements/ports/en.md

# written: what the last version says of itself, and each line that it changed; nothing where no
# version was saved since it was asked before. The status of the command before stays.
written() {
  status=$?
  [ "$(git rev-parse HEAD)" = "$last" ] || git log -1 -m --first-parent -p -U0 --format=%b |
    sed '/^diff \|^index \|^@@\|^--- \|^new file\|^deleted file\|^$/d; s/^+++ ./in /; s/ [0-9a-f]\{64\}/ HASH/g'
  last=$(git rev-parse HEAD)
  return $status
}

english() {
  cat <<'.'
<!-- heading title -->
# Statement on Ports of Japan and ASEAN

<!-- chapeau opening -->
WE, the Leaders of Japan and ASEAN, gathered in Tokyo;

<!-- pp basis -->
RECALLING that cooperation began in 1973, and [stressing / underlining - JPN] the sea;

<!-- pp trade -->
*Noting* the **growth** of trade[^1] by 5 per cent;

<!-- heading work -->
## Ports and ships

<!-- op open-ports -->
We [shall - JPN / should - ASEAN] open [all - VNM] ports, [as far as possible, - THA; JPN delete] within 30 days.

<!-- op steps -->
We agree on steps:

(a) a joint register of ships;\
(b) training of 5,000 pilots in Thailand;\
(c) [common charts - JPN].

<!-- op money -->
Japan will give USD 2 million in 2025 and 2026, as set out in [paragraph 2](#steps).

<!-- heading more -->
## Follow-up

<!-- op table -->
The plan is:

| Year | Port | Ships |
|---|---|---|
| 2025 | Osaka | 12 |
| 2026 | Da Nang | 20 |

<!-- op meet -->
We decide:

1. We meet:
   - in spring;
   - in autumn.
2. Ministers [may] [shall] report to the [Summit / Leaders] by 1 May 2026.

<!-- annex list -->
## Annex

The ports are Osaka, Bangkok and Da Nang.

<!-- closing end -->
Adopted in Tokyo on 17 December 2025.

[^1]: In goods.
.
}

french() {
  cat <<'.'
<!-- heading title -->
# Déclaration sur les ports

<!-- chapeau opening -->
NOUS, dirigeants du Japon et de l'ASEAN, réunis à Tokyo ;

<!-- pp basis -->
RAPPELANT que la coopération a commencé en 1973, et [insistant / soulignant - JPN] la mer ;

<!-- pp trade -->
*Notant* la **croissance** du commerce[^1] de 5 pour cent ;

<!-- heading work -->
## Ports et navires

<!-- op open-ports -->
Nous [ouvrirons - JPN / devrions ouvrir - ASEAN] les ports dans les 30 jours.

<!-- op steps -->
Nous convenons d'étapes :

(a) un registre ;\
(b) la formation de 5 000 pilotes en Thaïlande ;\
(c) [des cartes - JPN].

<!-- op money -->
Le Japon donnera 2 millions de dollars en 2025, voir [paragraphe 2](#steps).

<!-- closing end -->
Adopté à Tokyo le 17 décembre 2025.

[^1]: De biens.
.
}

# ports [LANG]: makes it, in English, and in French, too; in three versions.
ports() {
  git rm -q -r statements/demo
  mkdir statements/ports
  english | sed 's/by 5/by 4/; s/Osaka/Kobe/; /<!-- op money/,/^$/d' >"$T"
  [ $# -eq 0 ] || french >statements/ports/fr.md
  cat >statements/ports/statement.yaml <<.
title: Statement on Ports of Japan and ASEAN
style: asean
parties: [JPN, ASEAN]
place: Tokyo
date: 2025-12-17
languages: [en${1:+, $1}]
adoption: agreed
.
  git add statements && git commit -q -m 'The ports'
  english | sed 's/by 5/by 4/' >"$T" && git commit -q -a -m 'Money, and Osaka'
  english >"$T" && git commit -q -a -m 'Growth'
}

# settled: a text without brackets, and keys of two parties.
settled() {
  sed -i 's/\[stressing.*JPN\]/stressing/; s/\[shall - JPN.*ports, \[[^]]*\]/will open all ports/; s/\[common charts - JPN\]/common charts/; s/ \[may\] \[shall\]/ will/; s/\[Summit . Leaders\]/Summit/' "$T"
  git commit -q -a -m 'Settled'
  for key in jpn asean; do ssh-keygen -q -t ed25519 -N '' -C '' -f ../$key; done
  adref signers add ../jpn.pub --as JPN >/dev/null 2>&1
  adref signers add ../asean.pub --as ASEAN >/dev/null 2>&1
}

# clones: two delegations, of Japan and Thailand, and the secretariat, with a hub between them.
clones() {
  git init -q --bare -b main ../hub.git
  git remote add origin ../hub.git
  git push -q -u origin main
  for clone in jpn tha sec; do
    git clone -q ../hub.git ../$clone
    git -C ../$clone config adref.trunk main
  done
  git -C ../jpn config adref.party JPN
  git -C ../tha config adref.party THA
  git -C ../jpn switch -q -c jpn
  git -C ../tha switch -q -c tha
}
