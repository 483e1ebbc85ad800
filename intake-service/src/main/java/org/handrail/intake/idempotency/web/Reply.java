package org.handrail.intake.idempotency.web;

/** What a controller answers. @param body a record that becomes JSON */
public record Reply(int status, Object body) {

    public static Reply ok(Object body) {
        return new Reply(200, body);
    }

    public static Reply created(Object body) {
        return new Reply(201, body);
    }

    /** 201 for something new, 200 for what changed nothing. */
    public static Reply of(boolean fresh, Object body) {
        return fresh ? created(body) : ok(body);
    }
}
