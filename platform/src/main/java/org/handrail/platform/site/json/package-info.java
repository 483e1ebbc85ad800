/** The sites as operators write them down: a JSON file, read at start, every fault named with its place. */
@NullMarked
package org.handrail.platform.site.json;

import org.jspecify.annotations.NullMarked;
