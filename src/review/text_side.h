/* The two texts of a redline. */
#ifndef ADREF_REVIEW_TEXT_SIDE_H
#define ADREF_REVIEW_TEXT_SIDE_H

#include "clause/node.h"

typedef enum {
  ADREF_TEXT_SIDE_OLD,
  ADREF_TEXT_SIDE_NEW,
} AdrefTextSide;

AdrefTextSide adref_text_side_other(AdrefTextSide side);

/* Whether some of what is below a node is in that text: it was not inserted or deleted as a whole.
 */
gboolean adref_text_side_has_content(AdrefTextSide side, const AdrefNode *node);

/* Whether the node itself is in that text: it was not put around words that stayed, or removed from
 * around them, either. */
gboolean adref_text_side_has_node(AdrefTextSide side, const AdrefNode *node);

#endif
