package org.handrail.platform.json;

import java.util.Optional;
import org.handrail.platform.problem.TextNotAllowedException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Binds a JSON text, and nothing else, to a String, and only when it is {@link PlainText}. */
public final class PlainTextModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public PlainTextModule() {
        super("handrail-plain-text");
        addDeserializer(String.class, new Reader());
    }

    private static final class Reader extends StdScalarDeserializer<String> {

        Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw new TextNotAllowedException(parser, "must be a text");
            }
            String text = parser.getString();
            Optional<String> broken = PlainText.brokenRule(text);
            if (broken.isPresent()) {
                throw new TextNotAllowedException(parser, broken.get());
            }
            return text;
        }
    }
}
