/**
 * Random histories of one client, played by the engine in memory and by a {@link Model} that knows nothing of how the
 * engine works. They must come to the same mails and tasks at the same instants. A seed reproduces a history.
 */
@NullMarked
package org.handrail.standalone.histories;

import org.jspecify.annotations.NullMarked;
