package org.handrail.notifier.template.mustache;

/** What the reader sees. */
record Letter(String subject, String preheader, String text, String html) {
}
