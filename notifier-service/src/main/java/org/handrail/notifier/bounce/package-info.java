/**
 * What comes back to the return path: bounces, complaints, replies. Reads what a message means, believes it only if it
 * carries a token of ours, and decides what follows. The machines that write such mail agree on little, so that the
 * rules err to one side: nobody is silenced on a doubt.
 */
@NullMarked
package org.handrail.notifier.bounce;

import org.jspecify.annotations.NullMarked;
