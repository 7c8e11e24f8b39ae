# Sourced by the topics of the manual: the workspace and the statement of the topic first-steps.
adref init talks >/dev/null 2>&1
cd talks
adref new tokyo --outline ministerial-cybersecurity --parties JPN,ASEAN --place Tokyo \
  --date 2023-12-17 >/dev/null 2>&1
adref draft >/dev/null 2>&1
