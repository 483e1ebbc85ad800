package org.handrail.intake.call.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a urlencoded body by itself: the container would mix in the parameters of the query, which are signed as part
 * of the address.
 */
final class FormParameters {

    private static final int MOST = 200;

    private FormParameters() {
    }

    /** @throws IllegalArgumentException when it cannot be decoded */
    static Map<String, List<String>> read(byte[] body) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.isEmpty()) {
            return parameters;
        }
        String[] pairs = text.split("&");
        if (pairs.length > MOST) {
            throw new IllegalArgumentException("too many parameters");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            parameters.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
