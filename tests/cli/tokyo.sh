# Sourced by the topics of the manual: the workspace and the statement of the topic first-steps.
adref init talks >/dev/null 2>&1
cd talks
adref new tokyo --outline ministerial-cybersecurity --parties JPN,ASEAN --place Tokyo \
  --date 2023-12-17 --set host=JPN --set centre_place=Bangkok --set centre_host=THA \
  --set agreement_place=Tokyo --set policy_since=2009 --set partnership_date=2023-09-06 >/dev/null 2>&1
adref draft >/dev/null 2>&1
