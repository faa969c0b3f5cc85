/**
 * Local groups.
 *
 * <pre>{@code
 * groups:
 *   mpi: {gid: 7000}
 *   printers: {state: absent}
 * }</pre>
 *
 * <p>Who is in a group is said with the users. The gid of a group that exists is never changed, and
 * a gid that another group has is never taken: the files on the node carry the number. A group that
 * leaves the inventory stays.
 */
@NullMarked
package dev.plumbline.resources.groups;

import org.jspecify.annotations.NullMarked;
