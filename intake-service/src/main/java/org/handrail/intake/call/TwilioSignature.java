package org.handrail.intake.call;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Twilio-Signature}: base64 of HMAC-SHA1, under the account's token, over the address and each POST
 * parameter's name and value, sorted by name. Proxies add and drop the default port, so the address is tried with
 * and without it.
 */
public final class TwilioSignature {

    private final byte[] token;

    public TwilioSignature(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** @param address the public address that was called, query and all */
    public boolean matches(String signature, String address, Map<String, List<String>> parameters) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean matches = false;
        for (String variant : variants(address)) {
            // each is computed and compared, so that the time tells nothing
            matches |= MessageDigest.isEqual(given, sign(variant, parameters).getBytes(StandardCharsets.UTF_8));
        }
        return matches;
    }

    String sign(String address, Map<String, List<String>> parameters) {
        StringBuilder text = new StringBuilder(address);
        // a name that comes several times is signed with each of its different values
        new TreeMap<>(parameters).forEach((name, values) ->
                new TreeSet<>(values).forEach(value -> text.append(name).append(value)));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token, "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> variants(String address) {
        List<String> variants = new ArrayList<>(List.of(address));
        URI uri = URI.create(address);
        String authority = uri.getRawAuthority();
        String rest = address.substring(address.indexOf(authority) + authority.length());
        String start = uri.getScheme() + "://";
        if (uri.getPort() >= 0) {
            variants.add(start + authority.substring(0, authority.lastIndexOf(':')) + rest);
        } else {
            variants.add(start + authority + ("https".equals(uri.getScheme()) ? ":443" : ":80") + rest);
        }
        return variants;
    }
}
