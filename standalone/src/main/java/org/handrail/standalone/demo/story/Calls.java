package org.handrail.standalone.demo.story;

import java.time.Duration;
import java.util.Map;
import org.handrail.standalone.demo.door.Answer;
import org.handrail.standalone.demo.story.Diary.Topic;
import tools.jackson.databind.json.JsonMapper;

/** People who call, and somebody who only pretends to be a telephone system. */
final class Calls extends Scenes {

    private static final JsonMapper JSON = new JsonMapper();

    Calls(Plot plot, Cast cast, Doors doors) {
        super(plot, cast, doors);
    }

    @Override
    void tell() {
        plot.on(0, "11:00", cast.daniel, "calls; nobody picks up", diary -> {
            missed("CA-daniel-1", "no-answer", "t1");
            diary.accepted(cast.daniel, "call.missed");
        });
        plot.on(0, "11:20", cast.daniel, "calls again; the line is busy", diary -> {
            missed("CA-daniel-2", "busy", "t2");
            diary.accepted(cast.daniel, "call.missed");
        });
        plot.on(0, "11:21", cast.daniel, "the telephone system tells of that call a second time", diary -> {
            Answer again = missed("CA-daniel-2", "busy", "t2");
            diary.saw(Topic.DUPLICATE, again.ok(), "the second delivery of a webhook was answered with "
                    + again.status());
        });
        plot.on(0, "11:30", cast.eve, "sends forged, unsigned and replayed webhooks", this::forge);
        plot.on(0, "13:10", cast.daniel, "calls once more and reaches somebody", diary -> {
            doors.telephones().standard("msg-daniel-3", call("call-daniel-3", cast.daniel.phone(), true))
                    .expect("an answered call", 200, 201, 202, 204);
            diary.accepted(cast.daniel, "call.answered");
        });
        plot.on(0, "13:30", cast.withheld, "calls without showing a number; nobody picks up", diary -> {
            doors.telephones().twilio("CA-withheld-1", "anonymous", "no-answer", "t3")
                    .expect("a withheld number", 200, 204);
            diary.accepted(cast.withheld, "call.missed-withheld");
        });
    }

    private Answer missed(String sid, String status, String token) {
        return doors.telephones().twilio(sid, cast.daniel.phone(), status, token).expect("a missed call", 200, 204);
    }

    private String call(String id, String from, boolean answered) {
        return JSON.writeValueAsString(Map.of("type", "call.ended", "data", Map.of("callId", id, "direction", "inbound",
                "from", from, "answered", answered, "status", answered ? "completed" : "no-answer")));
    }

    private void forge(Diary diary) {
        String body = call("call-forged", cast.eve.phone(), false);
        long tenMinutesAgo = diary.now().minus(Duration.ofMinutes(10)).getEpochSecond();
        Answer forged = doors.telephones().twilioForged("CA-forged", cast.eve.phone(), "no-answer");
        Answer unsigned = doors.telephones().unsigned("msg-forged-1", body);
        Answer replayed = doors.telephones().standard("msg-forged-2", body, tenMinutesAgo);
        boolean refused = isRefusal(forged) && isRefusal(unsigned) && isRefusal(replayed);
        diary.saw(Topic.FORGERY, refused, "a wrong signature, none, and one of ten minutes ago were answered with "
                + forged.status() + ", " + unsigned.status() + " and " + replayed.status());
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() >= 400 && answer.status() < 500;
    }
}
