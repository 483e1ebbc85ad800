/** The product's public doors, used as strangers, telephone systems, partner programs, staff and mail programs use them. */
@NullMarked
package org.handrail.standalone.demo.door;

import org.jspecify.annotations.NullMarked;
