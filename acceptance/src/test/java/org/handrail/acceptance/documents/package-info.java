/** docs/ against the code. */
@NullMarked
package org.handrail.acceptance.documents;

import org.jspecify.annotations.NullMarked;
