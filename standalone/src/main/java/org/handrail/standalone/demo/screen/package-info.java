/** What the terminal shows. */
@NullMarked
package org.handrail.standalone.demo.screen;

import org.jspecify.annotations.NullMarked;
