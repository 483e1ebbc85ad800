package org.handrail.notifier.dkim;

/** How a key signs, by the names of the RFCs and of Java. */
public enum Algorithm {

    RSA_SHA256("rsa-sha256", "rsa", "RSA", "SHA256withRSA"),
    /** RFC 8463: the hash is signed as if it were the message. */
    ED25519_SHA256("ed25519-sha256", "ed25519", "Ed25519", "Ed25519");

    private final String tag;
    private final String keyType;
    private final String keyAlgorithm;
    private final String signature;

    Algorithm(String tag, String keyType, String keyAlgorithm, String signature) {
        this.tag = tag;
        this.keyType = keyType;
        this.keyAlgorithm = keyAlgorithm;
        this.signature = signature;
    }

    /** a= */
    String tag() {
        return tag;
    }

    /** k= of the published record, and what people call it. */
    public String keyType() {
        return keyType;
    }

    String keyAlgorithm() {
        return keyAlgorithm;
    }

    String signature() {
        return signature;
    }
}
