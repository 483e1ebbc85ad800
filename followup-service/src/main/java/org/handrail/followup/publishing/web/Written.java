package org.handrail.followup.publishing.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handrail.followup.schedule.json.Notation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A definition as an answer, in the notation that was asked for. */
final class Written {

    private static final List<MediaType> TYPES = Stream.of(MediaType.APPLICATION_JSON_VALUE, Definitions.YAML,
            Definitions.TEXT_YAML, Definitions.X_YAML).map(MediaType::parseMediaType).toList();

    private Written() {
    }

    static ResponseEntity<byte[]> as(@Nullable String accept, Function<Notation, String> writer, String tag) {
        MediaType type = best(accept);
        Notation notation = type.getSubtype().endsWith("yaml") ? Notation.YAML : Notation.JSON;
        return ResponseEntity.ok().eTag(tag).contentType(type)
                .body(writer.apply(notation).getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever fits none of them has been refused before. */
    private static MediaType best(@Nullable String accept) {
        return MediaType.parseMediaTypes(accept).stream()
                .sorted(Comparator.comparingDouble(MediaType::getQualityValue).reversed())
                .flatMap(wanted -> TYPES.stream().filter(wanted::includes))
                .findFirst().orElse(TYPES.get(0));
    }
}
