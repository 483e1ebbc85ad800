/** The pages in a real browser: by keyboard alone, with axe, with nothing fetched from elsewhere. */
@NullMarked
package org.handrail.acceptance.browser;

import org.jspecify.annotations.NullMarked;
