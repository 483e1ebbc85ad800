/** What every service needs besides messaging. A service imports {@link org.handrail.platform.PlatformConfiguration}. */
@NullMarked
package org.handrail.platform;

import org.jspecify.annotations.NullMarked;
