/**
 * Forgetting clients for good: what each feature holds of them goes, what is told of them later changes nothing, and
 * the files that still hold deleted rows are written anew.
 */
@NullMarked
package org.handrail.messaging.erasure;

import org.jspecify.annotations.NullMarked;
