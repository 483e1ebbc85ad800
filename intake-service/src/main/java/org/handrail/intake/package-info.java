/** Takes in what happens to clients: who is who, forms, calls, appointments, stays, consents and stops. Everything it accepts is committed together with the fact that Kafka gets. */
@NullMarked
package org.handrail.intake;

import org.jspecify.annotations.NullMarked;
