package org.handrail.notifier.bounce;

import java.util.List;
import java.util.regex.Pattern;

/** It did not arrive this time, and may the next. */
final class SoftWords {

    static final Pattern WORDS = Pattern.compile(String.join("|", List.of(
            // full
            "(?:mail ?-?box|in-?box|account|maildir|user'?s? ?\\w{0,10}|recipient'?s? ?\\w{0,10}|folder|storage|disk|quota)"
                    + "(?: ~)? (?:size )?(?:is |has |was |space ){0,4}(?:currently |already |almost |temporarily )?(?:full|over ?-?quota|exceed)",
            "over ?-?quota", "quota (?:is |has been )?(?:exceed|full|reach)", "exceed\\w* .{0,40}(?:quota|storage|allocation|capacity)",
            "out of (?:storage|disk|space|quota)", "(?:insufficient|not enough|no) (?:system |disk |free |more |available |mailbox ){0,4}(?:storage|space)",
            "mailbox .{0,30}(?:full|limit)", "storage (?:limit|allocation)", "quota", "\\bfull mailbox\\b", "too full",
            "dd (?:requested mail action aborted|user .{0,60}over quota)", "exceeded storage", "used up", "enough space", "disk space", "(?:mail ?box|mail) space", "archiv", "too many messages (?:on|in) ", "zu ?viele (?:mails|nachrichten)",
            "(?:mail )?system (?:is )?full", "exceeds? (?:the )?(?:allowed|maximum|storage) (?:mailbox )?(?:size|limit)",
            // switched off
            "disabled", "suspend", "deactivat", "inactiv", "not active\\b", "\\bdormant", "locked\\b", "frozen", "unavailable temporarily",
            "temporar", "currently (?:not|un)", "discontinued", "account (?:has )?expired", "expired account",
            "no longer accepting (?:mail|messages|e-?mail)", "terminated", "on hold\\b", "not (?:yet )?activated",
            "not accepting (?:any )?(?:new )?(?:mail|messages|e-?mail)(?! for this (?:address|domain))",
            "is not (?:currently )?(?:receiving|accepting)", "over its",
            // late, not reachable
            "(?:try|retry|retried) again later", "(?<!\\bcheck .{0,80}\\b(?:and|then) )try again\\b(?=[.,;)]?\\s*(?:\\(|$|later|in ))", "try later", "not found, try again",
            "time[d-]? ?-?out", "\\bexpired\\b", "retry time", "delivery time", "too long in (?:the )?queue",
            "could not be delivered (?:for|within|after)", "unable to deliver (?:for|within|after)", "been in (?:the )?queue",
            "(?:not been|undelivered) .{0,30}(?:for|after) .{0,12}(?:hour|day)s?", "too old",
            "connection (?:timed|refused|reset|lost|dropped|closed|failed)", "lost connection", "network (?:is )?unreachable",
            "no route to host", "(?:host|domain) (?:is )?(?:down|unreachable|not reachable)", "unable to connect", "dns records? for the destination", "resolve route", "points? to (?:the )?local host", "cannot connect",
            "could ?n[o']t connect", "failed to connect", "did not accept our requests", "not respond", "no answer from",
            "server (?:is )?(?:busy|down|unavailable|too busy)", "service (?:is )?(?:not available|unavailable)",
            "overload", "system resources", "insufficient (?:system )?resources", "dns (?:error(?!: domain name not found)|failure|timeout|lookup fail)",
            "server failure", "servfail", "lookup failure", "local error in processing", "system error", "internal error",
            "i/o error", "input/output error", "software error", "program failure", "command died", "can'?t create output",
            "unable to (?:open|create|write|lock)", "configuration (?:error|problem)", "loops back to myself", "mail loop",
            "\\bor filtered", "deferred", "requeued", "queue file", "(?:after|for|in) (?:multiple|several|many|repeated|\\d+) (?:retries|attempts|tries)", "\\d+ (?:delivery )?attempts",
            "(?:maximum|number of) (?:delivery |retry )?(?:attempts|retries)", "attempts (?:will continue|have failed)", "failing for a long time", "not been collected",
            "(?:not reachable|allowed) (?:within|in) the .{0,20}queue|allowed queue period", "command (?:failed|output)|mailer error|\\bprocmail\\b|\\bmaildrop\\b|\\bvacation program",
            "has been (?:delayed|postponed)", "connection was (?:dropped|closed|lost)|dropped by", "\\bpipe to\\b", "\\bx-unix\\b", "\\bexit(?:ed)? (?:status |code |with )?\\d{1,3}\\b", "find a (?:gateway|route)", "internal server error", "system config",
            "(?:numerous|repeated|several) attempts", "travell?ing", "too much (?:mail|data) (?:stored|in)", "interrupted system call", "encountered an error", "misconfigur", "transaction failed", "could not load", "not accepting connections",
            "(?:currently |service )?unavailable\\b(?<!mailbox unavailable)(?<!mailbox is unavailable)(?<!mailbox not unavailable)(?= ?(?:-|try|temporar))", "name server reply", "i am (?:away|out of)|out of the office|on vacation",
            // other languages
            "buz[oó]n .{0,30}llen", "cuota", "espacio insuficiente", "temporalmente", "postfach .{0,40}voll", "voll\\b",
            "speicherplatz", "kontingent", "vor[uü]bergehend", "deaktiviert", "gesperrt", "bo[iî]te .{0,40}(?:pleine|satur)",
            "quota d[ée]pass", "temporaire", "d[ée]sactiv", "casella .{0,30}piena", "piena\\b", "spazio", "temporane",
            "caixa .{0,40}(?:cheia|lotada)", "espa[cç]o", "postvak .{0,30}vol\\b", "tijdelijk", "skrzynk.{0,30}(?:pe[lł]n|przepe[lł]n)",
            "przekroczon", "tymczasow", "переполнен", "превышен", "временно", "отключен", "一杯|いっぱい", "容量", "一時的",
            "已满", "满", "容量", "暂时", "超过")));

    private SoftWords() {
    }
}
