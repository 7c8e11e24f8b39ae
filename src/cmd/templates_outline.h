/* "adref templates show" of an outline. */
#ifndef ADREF_CMD_TEMPLATES_OUTLINE_H
#define ADREF_CMD_TEMPLATES_OUTLINE_H

#include "draft/library/library.h"
#include "draft/library/outline.h"

/* A parameter with its type, bounds, default and question. */
void adref_templates_put_param(GString *out, const AdrefParam *param, const char *language);

/* Its name and file, the parties that it is made for, the parameters that it and its clauses ask
 * for, each once, and the clauses below their headings. */
void adref_templates_put_outline(GString *out, AdrefLibrary *library, const AdrefOutline *outline,
                                 const char *language);

#endif
