package org.handrail.notifier.template;

/** Makes messages. Pure but for the link tokens it draws; thread-safe. */
public interface Rendering {

    /**
     * @throws TemplateFault when the template is unknown, a placeholder has no value, or a word on the discretion
     *                       list shows; the reason is a code and carries no content
     */
    RenderedMail render(ReminderToRender reminder);

    /** Why a message could not be made; an operator's matter, never retried. */
    final class TemplateFault extends RuntimeException {

        private final String code;

        public TemplateFault(String code) {
            super(code);
            this.code = code;
        }

        /** For instance {@code template-unknown}, {@code placeholder-missing}, {@code revealing-word}. */
        public String code() {
            return code;
        }
    }
}
