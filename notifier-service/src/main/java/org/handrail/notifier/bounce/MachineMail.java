package org.handrail.notifier.bounce;

import java.util.Locale;
import java.util.regex.Pattern;
import org.handrail.notifier.mime.MimePart;

/** Whether a mail system wrote it, by the marks that such systems leave. */
final class MachineMail {

    private static final Pattern SENDER = Pattern.compile("(?i)mailer[-_. ]?daemon|mail[-_ ]?daemon|post[-_ ]?master|mail delivery"
            + "|delivery (?:sub ?)?system|mail(?:er)? (?:delivery )?(?:sub)?system|mail ?-?system|system administrator|systemadministrator|mailsystem"
            + "|mail administrator|mdaemon|bounces?[@+-]|mrelay|internet mail delivery|mail gateway|smtp gateway|microsoft outlook|microsoftexchange"
            + "|administrador (?:del|de) sistema|administrateur syst|amministratore di sistema|<>|mail router|returned mail|no-?reply.*bounce|double-bounce|smtpd?@");
    /** Nobody but a mail system calls itself so. */
    private static final Pattern DAEMON = Pattern.compile("(?i)mail(?:er)?[-_. ]?daemon@|mail(?:er)?[-_. ]?daemon$|@mail(?:er)?[-_]daemon|^\\W*<>");
    private static final Pattern SUBJECT = Pattern.compile("(?i)undeliver|(?:mail|message|e-?mail) (?:was |has )?not (?:been )?delivered|failed mail|mail failed|not be? ?deliver|returned mail|return(?:ed|ing) (?:mail|message|to sender)"
            + "|failure notice|delivery (?:warning|status|failure|failed|report|notification|error|problem)|mail (?:delivery )?(?:fail|error|return|status|could)"
            + "|message (?:status|undeliverable|delivery|not delivered|could not)|delayed mail|warning: .*(?:delayed|could not)|nondeliverable|non ?-?delivery|non remis"
            + "|could not send message|unable to deliver|permanent (?:delivery )?(?:fail|error)|mail system error|can'?t be delivered|user unknown|bounce"
            + "|unzustellbar|nicht zustellbar|zustellung|no se (?:puede|pudo) entregar|no entregad|error (?:de|en la) (?:entrega|env)|non (?:distribu|recapit|remis|livr)"
            + "|mancato recapito|mancata consegna|impossibile recapitare|n[aã]o (?:entregue|pode ser entregue|foi poss)|falha na entrega|onbestelbaar|niet (?:bezorgd|afgeleverd)"
            + "|niedostarcz|nie dostarcz|zwrot|не (?:доставлен|удалось доставить|удается доставить)|недоставл|возвращ|配信不能|配信できません|エラーメール|メールエラー|送信できません|返送|退信|无法(?:送达|投递|传递)|未送达|传递失败|系统退信");
    private static final Pattern OPENING = Pattern.compile("(?is)^.{0,600}?(?:hi\\. this is the .{0,60}(?:qmail|mail|program|deliver)"
            + "|this is the mail system at|did not reach the following|this message was created automatically by (?:the )?mail(?: delivery)? (?:delivery )?software"
            + "|the original message was received at|permanent fatal errors|your message (?:did not reach|could not be|was not|cannot be|wasn't|has not|can't)"
            + "|delivery (?:to|has failed|failed|of your|is delayed)|could not be delivered|couldn't be delivered|unable to deliver|was undeliverable|is undeliverable"
            + "|we (?:were|are) unable to deliver|sorry to (?:have to )?inform|message could not be|failed to deliver|not able to deliver|wasn't delivered|no se ha podido entregar"
            + "|konnte nicht (?:zugestellt|ausgeliefert)|n'a pas pu [eê]tre|non [eè] stato possibile|n[aã]o p[oô]de ser entregue|undelivered|was not delivered|wasn't able to deliver|not been delivered|failed recipient|invalid (?:user|recipient) address|error message below|address not found|message blocked|failure reasons|送信できません|配信できません|届けできません|お届け先)");

    private MachineMail() {
    }

    static boolean isBounce(MimePart message, String prose) {
        if (message.headers().has("x-failed-recipients") || isReport(message)) {
            return true;
        }
        String from = message.headers().text("from");
        String path = message.headers().first("return-path");
        if (DAEMON.matcher(from).find()) {
            return true;
        }
        boolean sender = SENDER.matcher(from).find() || path.contains("<>") || DAEMON.matcher(path).find()
                || !message.headers().has("from");
        boolean subject = SUBJECT.matcher(message.headers().text("subject")).find();
        boolean opening = OPENING.matcher(prose).find();
        return sender && (subject || opening) || subject && opening;
    }

    static boolean isReport(MimePart message) {
        return message.type().is("multipart/report")
                && message.type().parameter("report-type").toLowerCase(Locale.ROOT).startsWith("delivery-status");
    }
}
