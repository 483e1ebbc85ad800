/** The process of following contact details as a route. */
@NullMarked
package org.handrail.notifier.contact.camel;

import org.jspecify.annotations.NullMarked;
