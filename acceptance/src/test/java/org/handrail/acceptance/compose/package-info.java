/** docker-compose.yml, Dockerfile and what lies beside them, held against what the services really read and serve. */
@NullMarked
package org.handrail.acceptance.compose;

import org.jspecify.annotations.NullMarked;
