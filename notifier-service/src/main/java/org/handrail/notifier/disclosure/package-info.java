/**
 * Consents to disclose records of a client to somebody else (42 CFR 2.31), apart from emailing preferences, and the gate
 * that every disclosure passes. Nothing in Handrail leaves to others but through {@link Disclosures#ask}.
 */
@NullMarked
package org.handrail.notifier.disclosure;

import org.jspecify.annotations.NullMarked;
