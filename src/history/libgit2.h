/* libgit2, loaded when it is needed first.
 *
 * It draws in a dozen libraries for the network, which take as long to load as all the rest, and
 * most commands ask git nothing. So the program is not linked with it: its functions are called
 * through a table, under their own names. A function that history/ calls for the first time is
 * added to both lists; the linker says when it is missing. Not for other folders. */
#ifndef ADREF_HISTORY_LIBGIT2_H
#define ADREF_HISTORY_LIBGIT2_H

#include <git2.h>
#include <glib.h>

/* clang-format off */
#define ADREF_LIBGIT2(CALL) \
  CALL(git_blob_create_from_buffer) \
  CALL(git_blob_free) \
  CALL(git_blob_lookup) \
  CALL(git_blob_rawcontent) \
  CALL(git_blob_rawsize) \
  CALL(git_branch_name_is_valid) \
  CALL(git_buf_dispose) \
  CALL(git_commit_author) \
  CALL(git_commit_body) \
  CALL(git_commit_committer) \
  CALL(git_commit_create) \
  CALL(git_commit_free) \
  CALL(git_commit_id) \
  CALL(git_commit_lookup) \
  CALL(git_commit_message) \
  CALL(git_commit_owner) \
  CALL(git_commit_parent) \
  CALL(git_commit_parentcount) \
  CALL(git_commit_summary) \
  CALL(git_commit_time) \
  CALL(git_commit_tree) \
  CALL(git_commit_tree_id) \
  CALL(git_config_free) \
  CALL(git_config_get_string) \
  CALL(git_config_iterator_free) \
  CALL(git_config_iterator_new) \
  CALL(git_config_next) \
  CALL(git_config_open_default) \
  CALL(git_config_open_level) \
  CALL(git_config_set_string) \
  CALL(git_config_snapshot) \
  CALL(git_error_last) \
  CALL(git_graph_descendant_of) \
  CALL(git_index_add) \
  CALL(git_index_entrycount) \
  CALL(git_index_free) \
  CALL(git_index_get_byindex) \
  CALL(git_index_has_conflicts) \
  CALL(git_index_open) \
  CALL(git_index_read) \
  CALL(git_index_remove) \
  CALL(git_index_write) \
  CALL(git_libgit2_init) \
  CALL(git_libgit2_opts) \
  CALL(git_message_trailer_array_free) \
  CALL(git_message_trailers) \
  CALL(git_object_free) \
  CALL(git_object_id) \
  CALL(git_object_lookup) \
  CALL(git_object_peel) \
  CALL(git_object_type) \
  CALL(git_object_type2string) \
  CALL(git_odb_free) \
  CALL(git_odb_hash) \
  CALL(git_odb_object_data) \
  CALL(git_odb_object_free) \
  CALL(git_odb_object_size) \
  CALL(git_odb_read) \
  CALL(git_odb_read_header) \
  CALL(git_oid_cpy) \
  CALL(git_oid_equal) \
  CALL(git_oid_fromstr) \
  CALL(git_oid_is_zero) \
  CALL(git_oid_tostr) \
  CALL(git_reference_create) \
  CALL(git_reference_create_matching) \
  CALL(git_reference_free) \
  CALL(git_reference_iterator_free) \
  CALL(git_reference_iterator_glob_new) \
  CALL(git_reference_iterator_new) \
  CALL(git_reference_lookup) \
  CALL(git_reference_name) \
  CALL(git_reference_next) \
  CALL(git_reference_next_name) \
  CALL(git_reference_peel) \
  CALL(git_reference_shorthand) \
  CALL(git_reference_symbolic_target) \
  CALL(git_reference_target) \
  CALL(git_reference_type) \
  CALL(git_repository_commondir) \
  CALL(git_repository_config) \
  CALL(git_repository_config_snapshot) \
  CALL(git_repository_discover) \
  CALL(git_repository_free) \
  CALL(git_repository_head) \
  CALL(git_repository_init_ext) \
  CALL(git_repository_init_options_init) \
  CALL(git_repository_is_bare) \
  CALL(git_repository_odb) \
  CALL(git_repository_open_ext) \
  CALL(git_repository_path) \
  CALL(git_repository_set_ident) \
  CALL(git_repository_state) \
  CALL(git_repository_workdir) \
  CALL(git_revparse_single) \
  CALL(git_signature_free) \
  CALL(git_signature_new) \
  CALL(git_tag_create) \
  CALL(git_tag_create_from_buffer) \
  CALL(git_tag_free) \
  CALL(git_tag_lookup) \
  CALL(git_tag_message) \
  CALL(git_tag_tagger) \
  CALL(git_tree_create_updated) \
  CALL(git_tree_entry_byindex) \
  CALL(git_tree_entry_byname) \
  CALL(git_tree_entry_dup) \
  CALL(git_tree_entry_filemode) \
  CALL(git_tree_entry_free) \
  CALL(git_tree_entry_id) \
  CALL(git_tree_entry_name) \
  CALL(git_tree_entry_type) \
  CALL(git_tree_entrycount) \
  CALL(git_tree_free) \
  CALL(git_tree_id) \
  CALL(git_tree_lookup) \
  CALL(git_tree_owner)

#define ADREF_LIBGIT2_MEMBER(name) __typeof__(name) *name;

typedef struct {
  ADREF_LIBGIT2(ADREF_LIBGIT2_MEMBER)
} AdrefLibgit2;

#ifndef ADREF_LIBGIT2_LOADER
#define git_blob_create_from_buffer adref_libgit2()->git_blob_create_from_buffer
#define git_blob_free adref_libgit2()->git_blob_free
#define git_blob_lookup adref_libgit2()->git_blob_lookup
#define git_blob_rawcontent adref_libgit2()->git_blob_rawcontent
#define git_blob_rawsize adref_libgit2()->git_blob_rawsize
#define git_branch_name_is_valid adref_libgit2()->git_branch_name_is_valid
#define git_buf_dispose adref_libgit2()->git_buf_dispose
#define git_commit_author adref_libgit2()->git_commit_author
#define git_commit_body adref_libgit2()->git_commit_body
#define git_commit_committer adref_libgit2()->git_commit_committer
#define git_commit_create adref_libgit2()->git_commit_create
#define git_commit_free adref_libgit2()->git_commit_free
#define git_commit_id adref_libgit2()->git_commit_id
#define git_commit_lookup adref_libgit2()->git_commit_lookup
#define git_commit_message adref_libgit2()->git_commit_message
#define git_commit_owner adref_libgit2()->git_commit_owner
#define git_commit_parent adref_libgit2()->git_commit_parent
#define git_commit_parentcount adref_libgit2()->git_commit_parentcount
#define git_commit_summary adref_libgit2()->git_commit_summary
#define git_commit_time adref_libgit2()->git_commit_time
#define git_commit_tree adref_libgit2()->git_commit_tree
#define git_commit_tree_id adref_libgit2()->git_commit_tree_id
#define git_config_free adref_libgit2()->git_config_free
#define git_config_get_string adref_libgit2()->git_config_get_string
#define git_config_iterator_free adref_libgit2()->git_config_iterator_free
#define git_config_iterator_new adref_libgit2()->git_config_iterator_new
#define git_config_next adref_libgit2()->git_config_next
#define git_config_open_default adref_libgit2()->git_config_open_default
#define git_config_open_level adref_libgit2()->git_config_open_level
#define git_config_set_string adref_libgit2()->git_config_set_string
#define git_config_snapshot adref_libgit2()->git_config_snapshot
#define git_error_last adref_libgit2()->git_error_last
#define git_graph_descendant_of adref_libgit2()->git_graph_descendant_of
#define git_index_add adref_libgit2()->git_index_add
#define git_index_entrycount adref_libgit2()->git_index_entrycount
#define git_index_free adref_libgit2()->git_index_free
#define git_index_get_byindex adref_libgit2()->git_index_get_byindex
#define git_index_has_conflicts adref_libgit2()->git_index_has_conflicts
#define git_index_open adref_libgit2()->git_index_open
#define git_index_read adref_libgit2()->git_index_read
#define git_index_remove adref_libgit2()->git_index_remove
#define git_index_write adref_libgit2()->git_index_write
#define git_libgit2_init adref_libgit2()->git_libgit2_init
#define git_libgit2_opts adref_libgit2()->git_libgit2_opts
#define git_message_trailer_array_free adref_libgit2()->git_message_trailer_array_free
#define git_message_trailers adref_libgit2()->git_message_trailers
#define git_object_free adref_libgit2()->git_object_free
#define git_object_id adref_libgit2()->git_object_id
#define git_object_lookup adref_libgit2()->git_object_lookup
#define git_object_peel adref_libgit2()->git_object_peel
#define git_object_type adref_libgit2()->git_object_type
#define git_object_type2string adref_libgit2()->git_object_type2string
#define git_odb_free adref_libgit2()->git_odb_free
#define git_odb_hash adref_libgit2()->git_odb_hash
#define git_odb_object_data adref_libgit2()->git_odb_object_data
#define git_odb_object_free adref_libgit2()->git_odb_object_free
#define git_odb_object_size adref_libgit2()->git_odb_object_size
#define git_odb_read adref_libgit2()->git_odb_read
#define git_odb_read_header adref_libgit2()->git_odb_read_header
#define git_oid_cpy adref_libgit2()->git_oid_cpy
#define git_oid_equal adref_libgit2()->git_oid_equal
#define git_oid_fromstr adref_libgit2()->git_oid_fromstr
#define git_oid_is_zero adref_libgit2()->git_oid_is_zero
#define git_oid_tostr adref_libgit2()->git_oid_tostr
#define git_reference_create adref_libgit2()->git_reference_create
#define git_reference_create_matching adref_libgit2()->git_reference_create_matching
#define git_reference_free adref_libgit2()->git_reference_free
#define git_reference_iterator_free adref_libgit2()->git_reference_iterator_free
#define git_reference_iterator_glob_new adref_libgit2()->git_reference_iterator_glob_new
#define git_reference_iterator_new adref_libgit2()->git_reference_iterator_new
#define git_reference_lookup adref_libgit2()->git_reference_lookup
#define git_reference_name adref_libgit2()->git_reference_name
#define git_reference_next adref_libgit2()->git_reference_next
#define git_reference_next_name adref_libgit2()->git_reference_next_name
#define git_reference_peel adref_libgit2()->git_reference_peel
#define git_reference_shorthand adref_libgit2()->git_reference_shorthand
#define git_reference_symbolic_target adref_libgit2()->git_reference_symbolic_target
#define git_reference_target adref_libgit2()->git_reference_target
#define git_reference_type adref_libgit2()->git_reference_type
#define git_repository_commondir adref_libgit2()->git_repository_commondir
#define git_repository_config adref_libgit2()->git_repository_config
#define git_repository_config_snapshot adref_libgit2()->git_repository_config_snapshot
#define git_repository_discover adref_libgit2()->git_repository_discover
#define git_repository_free adref_libgit2()->git_repository_free
#define git_repository_head adref_libgit2()->git_repository_head
#define git_repository_init_ext adref_libgit2()->git_repository_init_ext
#define git_repository_init_options_init adref_libgit2()->git_repository_init_options_init
#define git_repository_is_bare adref_libgit2()->git_repository_is_bare
#define git_repository_odb adref_libgit2()->git_repository_odb
#define git_repository_open_ext adref_libgit2()->git_repository_open_ext
#define git_repository_path adref_libgit2()->git_repository_path
#define git_repository_set_ident adref_libgit2()->git_repository_set_ident
#define git_repository_state adref_libgit2()->git_repository_state
#define git_repository_workdir adref_libgit2()->git_repository_workdir
#define git_revparse_single adref_libgit2()->git_revparse_single
#define git_signature_free adref_libgit2()->git_signature_free
#define git_signature_new adref_libgit2()->git_signature_new
#define git_tag_create adref_libgit2()->git_tag_create
#define git_tag_create_from_buffer adref_libgit2()->git_tag_create_from_buffer
#define git_tag_free adref_libgit2()->git_tag_free
#define git_tag_lookup adref_libgit2()->git_tag_lookup
#define git_tag_message adref_libgit2()->git_tag_message
#define git_tag_tagger adref_libgit2()->git_tag_tagger
#define git_tree_create_updated adref_libgit2()->git_tree_create_updated
#define git_tree_entry_byindex adref_libgit2()->git_tree_entry_byindex
#define git_tree_entry_byname adref_libgit2()->git_tree_entry_byname
#define git_tree_entry_dup adref_libgit2()->git_tree_entry_dup
#define git_tree_entry_filemode adref_libgit2()->git_tree_entry_filemode
#define git_tree_entry_free adref_libgit2()->git_tree_entry_free
#define git_tree_entry_id adref_libgit2()->git_tree_entry_id
#define git_tree_entry_name adref_libgit2()->git_tree_entry_name
#define git_tree_entry_type adref_libgit2()->git_tree_entry_type
#define git_tree_entrycount adref_libgit2()->git_tree_entrycount
#define git_tree_free adref_libgit2()->git_tree_free
#define git_tree_id adref_libgit2()->git_tree_id
#define git_tree_lookup adref_libgit2()->git_tree_lookup
#define git_tree_owner adref_libgit2()->git_tree_owner
#endif
/* clang-format on */

/* Loads libgit2 on the first call; says what to install when that fails. */
gboolean adref_libgit2_load(GError **error);

/* Its functions, once it is loaded. */
const AdrefLibgit2 *adref_libgit2(void);

#endif
