package org.handrail.notifier.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelaxedTest {

    /** RFC 6376, 3.4.5; with its marks for a space, a tab and a line end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
            '<SP>C<SP><CRLF>D<SP><HTAB><SP>E<CRLF><CRLF><CRLF>' | '<SP>C<CRLF>D<SP>E<CRLF>'
            '<CRLF><CRLF>a<CRLF>'           | '<CRLF><CRLF>a<CRLF>'
            'a'                             | 'a<CRLF>'
            'a<CRLF><SP><HTAB><CRLF>b<SP>'  | 'a<CRLF><CRLF>b<CRLF>'
            '<SP><CRLF><HTAB>'              | ''
            '<CRLF><CRLF>'                  | ''
            ''                              | ''
            """)
    void hasTheBodyThatTheStandardShows(String body, String canonical) {
        byte[] from = marked(body);
        byte[] to = new byte[from.length + 2];

        int length = Relaxed.body(from, 0, from.length, to);

        assertThat(new String(to, 0, length, StandardCharsets.US_ASCII))
                .isEqualTo(new String(marked(canonical), StandardCharsets.US_ASCII));
    }

    /** RFC 6376, 3.4.4: of an empty body. */
    @Test
    void hashesAnEmptyBodyAsTheStandardDoes() throws Exception {
        int length = Relaxed.body(marked("<CRLF>"), 0, 2, new byte[4]);

        assertThat(Base64.getEncoder().encodeToString(KeySignature.sha256(new byte[0], length)))
                .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'A:<SP>X<CRLF>'                              | 'a:X'
            'B<SP>:<SP>Y<HTAB><CRLF><HTAB>Z<SP><SP><CRLF>' | 'b:Y<SP>Z'
            'Subject:<CRLF><SP>word<CRLF>'               | 'subject:word'
            'X-Empty:<CRLF>'                             | 'x-empty:'
            'X-Blank:<SP><HTAB><CRLF>'                   | 'x-blank:'
            """)
    void hasTheFieldThatTheStandardShows(String field, String canonical) {
        byte[] from = marked(field);
        byte[] to = new byte[from.length + 2];

        int end = Relaxed.field(from, 0, field.indexOf(':') - (field.startsWith("B<SP>") ? 3 : 0), from.length, to, 0);

        assertThat(new String(to, 0, end, StandardCharsets.US_ASCII))
                .isEqualTo(new String(marked(canonical), StandardCharsets.US_ASCII));
    }

    private static byte[] marked(String text) {
        return text.replace("<SP>", " ").replace("<HTAB>", "\t").replace("<CRLF>", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
