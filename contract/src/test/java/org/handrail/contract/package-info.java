@NullMarked
package org.handrail.contract;

import org.jspecify.annotations.NullMarked;
