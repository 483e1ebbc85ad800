package org.handrail.standalone.demo.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everybody in the story; all invented, with numbers and addresses that belong to nobody. */
public final class Cast {

    private final List<Person> people = new ArrayList<>();

    public final Person maya = person("Maya", "", null);
    public final Person daniel = caller("Daniel");
    public final Person rosa = person("Rosa", "", null);
    public final Person tom = person("Tom", "", "America/Los_Angeles");
    public final Person grace = person("Grace", "", null);
    public final Person luis = person("Luis", "", null);
    public final Person anna = person("Anna", "", null);
    public final Person ben = person("Ben", "", null);
    public final Person irene = person("Irene", "bounce.", null);
    public final Person karim = person("Karim", "", null);
    public final Person olga = person("Olga", "", null);
    public final Person pat = person("Pat", "", null);
    public final Person sam = person("Sam", "", null);
    public final Person nora = person("Nora", "", null);
    public final Person quinn = person("Quinn", "", null);
    public final Person withheld = caller("withheld");
    public final Person eve = person("Eve", "", null);

    public List<Person> people() {
        return List.copyOf(people);
    }

    public Optional<Person> byClient(UUID clientId) {
        return people.stream().filter(person -> person.clientIds().contains(clientId)).findFirst();
    }

    public Optional<Person> byEmail(String address) {
        return people.stream().filter(person -> person.email().equalsIgnoreCase(address)).findFirst();
    }

    private Person person(String name, String before, @Nullable String zone) {
        return add(new Person(name, before + name.toLowerCase(java.util.Locale.ROOT) + "@example.com", number(), zone));
    }

    private Person caller(String name) {
        return add(new Person(name, "", number(), null));
    }

    /** 555-0100 to 555-0199 are kept for stories. */
    private String number() {
        return "+1202555%04d".formatted(110 + people.size());
    }

    private Person add(Person person) {
        people.add(person);
        return person;
    }
}
