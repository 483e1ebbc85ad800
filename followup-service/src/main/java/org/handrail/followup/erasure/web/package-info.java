/** The page and the API by which an admin erases a person. */
@NullMarked
package org.handrail.followup.erasure.web;

import org.jspecify.annotations.NullMarked;
