package org.handrail.notifier.bounce;

import java.nio.charset.StandardCharsets;

/** Messages to the return path, short. */
public final class Reports {

    private Reports() {
    }

    public static byte[] bounce(String to, String recipient, String status, String diagnostic) {
        return bytes("""
                Return-Path: <>
                From: MAILER-DAEMON@mx.example (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary="bb"

                --bb
                Content-Type: text/plain

                This is the mail system at host mx.example.
                --bb
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: %s
                Diagnostic-Code: smtp; %s

                --bb--
                """.formatted(to, recipient, status, diagnostic));
    }

    /** Known by nothing but what it sends back. */
    public static byte[] bounceReturning(String messageId, String recipient) {
        return bytes("""
                From: MAILER-DAEMON@mx.example
                To: frontdesk@clinic.example
                Subject: Undelivered Mail
                Content-Type: multipart/report; report-type=delivery-status; boundary="bb"

                --bb
                Content-Type: message/delivery-status

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1

                --bb
                Content-Type: text/rfc822-headers

                Message-ID: <%s@clinic.example>
                --bb--
                """.formatted(recipient, messageId));
    }

    public static byte[] complaint(String messageId) {
        return bytes("""
                From: fbl@provider.example
                To: abuse@clinic.example
                Subject: FW: Your appointment
                Content-Type: multipart/report; report-type=feedback-report; boundary="bb"

                --bb
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                Version: 1

                --bb
                Content-Type: message/rfc822

                Message-ID: <%s@clinic.example>

                Hello
                --bb--
                """.formatted(messageId));
    }

    public static byte[] reply(String from, String to, String references, String text) {
        return bytes("""
                From: %s
                To: %s
                Subject: Re: Your appointment
                In-Reply-To: <%s@clinic.example>
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(from, to, references, text));
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
