package org.handrail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the form is filled in with: somebody known keeps their details and has consented to nothing more. */
class FormProperties {

    private static final List<String> TICKABLE = List.of("emailRequest", "emailReminders");

    private final RunningIntake intake = RunningIntake.shared();

    @Property(tries = 25)
    void neverChangesDetailsOrConsentOfSomebodyKnown(@ForAll("forms") List<Map<String, String>> forms) {
        String email = RunningIntake.fresh("robin").toLowerCase() + "@example.net";
        String reference = RunningIntake.fresh("MRN");
        UUID known = intake.clientOf(intake.api("/inquiries", """
                {"client":{"reference":"%s","givenName":"Robin","email":"%s","phone":"202-555-0144"}}"""
                .formatted(reference, email)));
        String before = details(known);

        for (Map<String, String> form : forms) {
            Map<String, String> fields = new HashMap<>(form);
            fields.computeIfPresent("email", (name, how) -> switch (how) {
                case "same" -> email;
                case "upper" -> email.toUpperCase();
                default -> " " + email + " ";
            });
            // what no form shows, but anybody can send
            fields.put("clientId", known.toString());
            fields.put("reference", reference);
            assertThat(intake.form(fields, "X-Forwarded-For", "203.0.113.5").statusCode()).isEqualTo(303);
        }

        assertThat(details(known)).isEqualTo(before);
        assertThat(intake.facts(known, "contact.changed")).hasSize(1);
        assertThat(intake.facts(known, "consent.recorded")).isEmpty();
        assertThat(intake.facts(known, "stop.requested")).isEmpty();
        assertThat(intake.facts(known, "inquiry.received")).hasSize(1);
        assertThat(intake.jdbc.sql("select count(*) from client where lower(email) = :email").param("email", email)
                .query(Integer.class).single()).as("each is somebody new until staff say otherwise")
                .isEqualTo(1 + (int) forms.stream().filter(form -> form.containsKey("email")).count());
    }

    private String details(UUID client) {
        return intake.jdbc.sql("select c::text from client c where id = :id").param("id", client).query(String.class)
                .single();
    }

    @Provide
    Arbitrary<List<Map<String, String>>> forms() {
        Arbitrary<String> email = Arbitraries.of("same", "upper", "spaced", "none");
        Arbitrary<String> who = Arbitraries.of("self", "relative");
        return Combinators.combine(email, who, Arbitraries.of("Robin", "Somebody else"), Arbitraries.of(true, false),
                Arbitraries.of("", "x", "Please change my number")).as((address, self, name, ticks, message) -> {
                    Map<String, String> form = new HashMap<>(Map.of("relationship", self, "givenName", name,
                            "preferredContact", "phone", "phone", "+1 202-555-0144", "message", message));
                    if (!address.equals("none")) {
                        form.put("email", address);
                        TICKABLE.stream().filter(box -> ticks).forEach(box -> form.put(box, "yes"));
                    }
                    return form;
                }).list().ofMinSize(1).ofMaxSize(3);
    }
}
