package org.handrail.followup.queue;

public enum TaskKind {

    /** Call somebody who asked or called. One is open a client; more misses raise its count and priority. */
    CALL_BACK,

    /** Call a client as a schedule says. */
    CALL,

    /** Look into something: a possible match, a refused mail, an outcome unknown. */
    REVIEW,

    /** Clinical risk: now, whoever is on call. */
    URGENT
}
