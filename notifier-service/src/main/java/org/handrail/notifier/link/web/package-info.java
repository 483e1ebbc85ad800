/** The pages behind links in mails, and the one-click address. No sign-in, no cookie: the token is the key. */
@NullMarked
package org.handrail.notifier.link.web;

import org.jspecify.annotations.NullMarked;
