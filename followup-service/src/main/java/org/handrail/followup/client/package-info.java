/**
 * What follow-up keeps of facts that others own: contacts, preferences in force and address states, each at its
 * highest version. Contacts identify people; a tombstone deletes them.
 */
@NullMarked
package org.handrail.followup.client;

import org.jspecify.annotations.NullMarked;
