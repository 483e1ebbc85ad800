/** What every request passes through: request id, security headers, the size limit of bodies; and the management endpoints. */
@NullMarked
package org.handrail.platform.web;

import org.jspecify.annotations.NullMarked;
