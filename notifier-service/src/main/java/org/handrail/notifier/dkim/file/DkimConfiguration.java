package org.handrail.notifier.dkim.file;

import java.io.IOException;
import java.nio.file.Path;
import java.security.Provider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handrail.notifier.dkim.DkimSigner;
import org.handrail.notifier.dkim.KeyReading;
import org.handrail.notifier.dkim.SigningKey;
import org.handrail.notifier.dkim.SigningKeys;
import org.handrail.notifier.smtp.Sender;
import org.handrail.notifier.template.Discretion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signing with the keys of HANDRAIL_DKIM_KEYS, or not at all when that is not set. */
@Configuration(proxyBeanMethods = false)
public class DkimConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DkimConfiguration.class);
    private static final String SETTING = "HANDRAIL_DKIM_KEYS";

    @Bean
    DkimSigner dkimSigner(
            @Value("${handrail.dkim.keys:}") String directory, Sender sender, Discretion discretion, Clock clock) {
        if (directory.isBlank()) {
            LOG.info("Mail leaves unsigned, for a relay to sign: {} is not set", SETTING);
            return DkimSigner.unsigned();
        }
        KeyDirectory found = read(directory);
        Map<String, String> unusable = new TreeMap<>(found.unusable());
        SigningKeys keys = usable(found, sender.domain(), discretion, unusable);
        unusable.forEach((file, why) -> LOG.warn("{}: {} {}", SETTING, file, why));
        keys.all().forEach(key -> KeyReading.doubt(key).ifPresent(doubt ->
                LOG.warn("{}: {} {}", SETTING, key.dnsName(), doubt)));
        List<SigningKey> inForce = keys.inForce(clock.instant());
        if (inForce.isEmpty()) {
            throw new IllegalStateException(SETTING + ": " + directory + " holds no key that can sign now for "
                    + sender.domain() + (unusable.isEmpty() ? "" : "; " + unusable)
                    + ". Leave the setting out for mail that a relay signs.");
        }
        Optional<Provider> faster = FasterProvider.find();
        LOG.info("Mail is signed with {}, {}", names(inForce), faster.map(provider -> "by " + provider.getName())
                .orElse("by the JDK, for want of something faster"));
        return new DkimSigner(keys, faster.orElse(null));
    }

    private static List<String> names(List<SigningKey> keys) {
        return keys.stream().map(key -> key.dnsName() + " (" + key.algorithm().keyType() + ")").toList();
    }

    private static KeyDirectory read(String directory) {
        try {
            return KeyDirectory.read(Path.of(directory));
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + " must name a directory of keys that can be read: " + directory);
        }
    }

    private static SigningKeys usable(
            KeyDirectory found, String senderDomain, Discretion discretion, Map<String, String> unusable) {
        List<SigningKey> usable = new ArrayList<>();
        for (SigningKey key : found.keys()) {
            discretion.requireAlways(SETTING + " (" + key.dnsName() + ")", key.selector() + " " + key.domain());
            if (KeyReading.isAligned(key, senderDomain)) {
                usable.add(key);
            } else {
                unusable.put(key.dnsName() + KeyDirectory.SUFFIX, "is for " + key.domain() + ", which is neither the"
                        + " sender's domain " + senderDomain + " nor above it");
            }
        }
        return new SigningKeys(usable);
    }
}
