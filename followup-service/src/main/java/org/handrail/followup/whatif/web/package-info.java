/** "What if" over HTTP: the question read with every fault at its place, the answer in words beside the codes. */
@NullMarked
package org.handrail.followup.whatif.web;

import org.jspecify.annotations.NullMarked;
