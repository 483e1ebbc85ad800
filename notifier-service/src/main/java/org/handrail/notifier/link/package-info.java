/** Client links: opaque tokens and the pages behind them; GET and HEAD change nothing. */
@NullMarked
package org.handrail.notifier.link;

import org.jspecify.annotations.NullMarked;
