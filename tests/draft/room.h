/* A throw-away workspace. */
#ifndef ADREF_TESTS_DRAFT_ROOM_H
#define ADREF_TESTS_DRAFT_ROOM_H

#include <glib.h>

#include "draft/data/file_source.h"
#include "draft/library/library.h"

typedef struct {
  char *root;
  AdrefFileSource *source;
  AdrefLibrary *library; /* opened by room_open */
} Room;

/* A workspace with templates/ and statements/, both empty. */
Room *room_new(void);
void room_free(Room *room);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Room, room_free)

void room_put(const Room *room, const char *path, const char *text);
void room_link(const Room *room, const char *path, const char *target);

/* Opens the library over the files as they are now. */
AdrefLibrary *room_open(Room *room);

/* A template of kind op with the parameters (YAML in one line, such as "{x: {type: text}}"). */
void room_clause(const Room *room, const char *name, const char *params, const char *body);

#endif
