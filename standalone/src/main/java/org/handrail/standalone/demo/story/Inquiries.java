package org.handrail.standalone.demo.story;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.handrail.contract.Purpose;
import org.handrail.standalone.demo.door.Answer;
import org.handrail.standalone.demo.door.Letter;
import org.handrail.standalone.demo.story.Diary.Topic;

/** People who write by the form on the web. */
final class Inquiries extends Scenes {

    Inquiries(Plot plot, Cast cast, Doors doors) {
        super(plot, cast, doors);
    }

    @Override
    void tell() {
        plot.on(0, "10:12", cast.maya, "writes by the web form and allows email", diary -> {
            write(diary, cast.maya, "self", "I would like to talk to somebody.", true);
            expectAfter(diary, cast.maya, Duration.ofHours(72), "72 hours after the inquiry");
            expectAfter(diary, cast.maya, Duration.ofDays(7), "7 days after the inquiry");
            expectAfter(diary, cast.maya, Duration.ofDays(14), "closing, 14 days after the inquiry");
        });
        plot.on(0, "10:20", cast.maya, "a scanner opens every link in the mail and presses the button it finds",
                diary -> scan(diary, cast.maya));
        confirm(0, "10:45", cast.maya);
        plot.on(1, "10:15", cast.maya, "staff call; nobody picks up",
                diary -> staffFinish(cast.maya, "CALL_BACK", "NO_ANSWER"));

        plot.on(0, "16:00", cast.sam, "writes and allows email, but never confirms the address",
                diary -> write(diary, cast.sam, "self", "Please write to me.", true));
        plot.on(0, "15:00", cast.pat, "writes about a relative",
                diary -> write(diary, cast.pat, "relative", "It is about my brother. I am worried.", false));
        plot.on(0, "21:40", cast.nora, "writes at night, with words of crisis", diary -> {
            Answer thanks = write(diary, cast.nora, "self", "I want to kill myself, I can't go on.", false);
            diary.saw(Topic.CRISIS, thanks.body().contains("988") && thanks.body().contains("911"),
                    "the answer to Nora names 988 and 911");
        });
        plot.on(0, "15:30", cast.eve, "tries to smuggle a second recipient in through the form", this::inject);
    }

    /** A form filled in by hand; a receipt follows where email was allowed. */
    Answer write(Diary diary, Person who, String relationship, String message, boolean allowsEmail) {
        Answer thanks = doors.form().send(fields(who, relationship, message, allowsEmail))
                .expect("the form of " + who, 200, 201);
        diary.accepted(who, "inquiry.received");
        if (allowsEmail) {
            diary.allowed(who, Purpose.RECEIPTS, Purpose.FOLLOW_UP);
            // consent and inquiry travel apart: the mail may wait for the one to catch up with the other
            diary.expect(who, diary.now(), Duration.ofMinutes(1), "receipt");
        }
        return thanks;
    }

    static Map<String, String> fields(Person who, String relationship, String message, boolean allowsEmail) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("givenName", who.name());
        fields.put("email", who.email());
        fields.put("phone", who.phone());
        fields.put("relationship", relationship);
        fields.put("message", message);
        if (allowsEmail) {
            fields.put("emailRequest", "yes");
        }
        return fields;
    }

    void confirm(int day, String localTime, Person who) {
        plot.on(day, localTime, who, "reads the page behind the link and confirms the address", diary -> {
            String link = letterTo(who).link("/c/").orElseThrow();
            doors.reader().answer(link, Map.of("mine", "yes")).expect("confirming", 200);
        });
    }

    private void scan(Diary diary, Person who) {
        Letter letter = letterTo(who);
        int acts = doors.ledgers().consents().size();
        int opened = 0;
        for (String link : letter.links()) {
            doors.reader().open(link);
            doors.reader().head(link);
            opened++;
        }
        doors.reader().press(letter.link("/c/").orElseThrow());
        doors.reader().head(letter.oneClick().orElseThrow());
        doors.reader().open(letter.oneClick().orElseThrow());
        boolean inert = doors.ledgers().consents().size() == acts && !doors.ledgers().isConfirmed(who.clientId());
        diary.saw(Topic.SCANNER, inert && opened > 1, opened + " links of Maya's mail opened by GET and HEAD, a button "
                + "pressed blindly: " + (inert ? "nothing changed" : "SOMETHING CHANGED"));
    }

    private void inject(Diary diary) {
        Map<String, String> fields = fields(cast.eve, "self", "hello", true);
        fields.put("givenName", "Eve\r\nBcc: everybody@example.net");
        fields.put("email", "eve@example.com\r\nBcc: everybody@example.net");
        Answer refused = doors.form().send(fields);
        diary.saw(Topic.INJECTION, refused.status() == 422 || refused.status() == 400,
                "line breaks in name and address: answered with " + refused.status());
    }
}
