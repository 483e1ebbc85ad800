/** Where followup-service reads what clients wrote back, when staff ask for it. */
@NullMarked
package org.handrail.notifier.bounce.web;

import org.jspecify.annotations.NullMarked;
