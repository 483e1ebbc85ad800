package org.handrail.followup.queue;

/** In the order in which the queue shows them. */
public enum Priority { URGENT, HIGH, NORMAL, LOW }
