#include "review/text_side.h"

AdrefTextSide adref_text_side_other(AdrefTextSide side)
{
  return side == ADREF_TEXT_SIDE_OLD ? ADREF_TEXT_SIDE_NEW : ADREF_TEXT_SIDE_OLD;
}

gboolean adref_text_side_has_content(AdrefTextSide side, const AdrefNode *node)
{
  return node->mark != (side == ADREF_TEXT_SIDE_OLD ? ADREF_INSERTED : ADREF_DELETED);
}

gboolean adref_text_side_has_node(AdrefTextSide side, const AdrefNode *node)
{
  return adref_text_side_has_content(side, node) &&
         node->mark != (side == ADREF_TEXT_SIDE_OLD ? ADREF_WRAPPED : ADREF_UNWRAPPED);
}
