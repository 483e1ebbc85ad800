/**
 * {@code ./handrail demo}: two weeks in the life of a provider in about a minute, played through the public doors alone,
 * and then the check of what was promised.
 */
@NullMarked
package org.handrail.standalone.demo;

import org.jspecify.annotations.NullMarked;
