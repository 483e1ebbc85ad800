/** How clients want their mail to be: discreet or detailed, with or without calendar files. Chosen on the preferences page. */
@NullMarked
package org.handrail.notifier.choice;

import org.jspecify.annotations.NullMarked;
