package org.handrail.notifier.bounce;

import java.util.List;
import java.util.regex.Pattern;

/** Refused for what we are, what we sent, or how: the client has no part in it. */
final class OursWords {

    /** How Exim names the command that was refused. */
    static final String REFUSED_AFTER = "error from remote (?:mail )?server after (?:pipelined )?";
    /** What comes before any recipient is named. */
    static final String BEFORE_RECIPIENTS = "mail from|[eh]{2}lo|auth|starttls|initial connection";

    /** Lists of senders, by their names; answers to what comes before any recipient is named. */
    static final Pattern LISTS = Pattern.compile("in reply to (?:mail from|[eh]{2}lo|auth|starttls|connect|initial)"
            + "|" + REFUSED_AFTER + "(?:" + BEFORE_RECIPIENTS + "|sender verify)"
            + "|spamhaus|spamcop|sorbs\\.net|barracudacentral|surbl|uribl|invaluement"
            + "|resolver\\.rst\\.(?!recipsizelimit)|dsbl\\.org|help_spam|mailspike|uceprotect|psbl\\.|spamrats|abuseat|cloudmark|senderscore|senderbase|talosintelligence");

    static final Pattern WORDS = Pattern.compile(String.join("|", List.of(
            // spam, reputation
            "\\b(?:anti-?)?spam", "\\bunsolicited", "\\bjunk\\b", "\\bbulk\\b", "reputation", "black ?-?list", "block ?-?list",
            "deny ?-?list", "\\bdnsbls?\\b", "\\brbls?\\b", "\\bblocked\\b", "\\bblocking\\b", "\\bbanned\\b",
            "\\bis listed (?:at|in|on|by)\\b", "user complaints", "suspicious", "suspected", "phish", "malware",
            "(?<!scanned for )(?<!scanned for all )(?<!checked for )(?<!scanned by )(?<!free of )(?<!no )(?<!known )\\bvirus(?:es)?\\b(?! ?(?:scan|-?free|check))", "malicious", "backscatter", "reject(?:ed)? by (?:the )?(?:filter|rule|content)",
            // policy and permission
            "\\bpolic(?:y|ies)\\b", "administrative(?:ly)? (?:prohibit|prohibition|den|reject|refus)", "prohibited",
            "access denied", "permission denied", "(?<!mailbox name )not (?:have permission|authori[sz]ed|permitted|allowed)\\b",
            "unauthori[sz]ed", "restrict", "security (?:reason|violation|setting)", "local (?:reject|deny|block)",
            "only accepts? (?:mail|messages|email) from", "(?:is )?not accepting (?:mail|messages|e-?mail) from",
            "refused to talk to me", "client host rejected", "connection (?:was )?(?:rejected|refused by policy|denied)",
            "(?:refuse|reject|deny|denied|decline)\\w* (?:mail|messages|connections?) from",
            "ip address (?:is )?(?:not|has|was|rejected|forbidden)", "mail(?:ing)? from (?:your|this|that) ",
            "(?:your|sending|sender'?s) (?:ip|server|host|domain|network)\\b", "not in the (?:allowed|permitted) list",
            "allow ?-?list", "white ?-?list", "\\btransport ?rules?\\b",
            // authentication
            "\\bspf\\b", "\\bdkim\\b", "\\bdmarc\\b", "\\barc\\b fail", "authenticat", "\\bunauthenticated\\b",
            "sender id\\b", "sender policy", "starttls", "\\btls (?:is )?required", "encryption (?:is )?(?:required|needed)",
            "reverse ?-?dns", "\\brdns\\b", "\\bptr\\b", "\\b(?:ehlo|helo)\\b.{0,60}(?:exist|found|reject|denied|invalid|forg|resolv|unknown)", "(?:bad|invalid|illegal|unknown|wrong) (?:ehlo|helo)\\b",
            "\\bin (?:the )?(?:from|sender|reply-to|return-path)\\b",
            "helo command rejected", "your (?:hostname|helo|rdns|isp\\b|provider)", "reverse (?:lookup|name|entry|record)", "purported responsible", "ip (?:profile|range|space)",
            "smtp server of your", "sending ips?\\b", "confirm this mail server|server requires confirmation", "to submit messages to", "dynamic ip|dial-?up",
            "verification failure", "authentifi", "domain keys?",
            // the sender's address
            "(?:sender|from|return|envelope|originator)(?:'s)?(?: e?-?mail)?(?: address)? ?(?:<?~>? )?:? ?(?:address )?"
                    + "(?:is |was |has been |does |do |domain |(?:can ?|could )?not |can't |be ){0,4}(?:reject|refus|den(?:y|ied)|invalid|unknown|verif"
                    + "|exist|resolv|required|found|block|forbid|valid|accept|recogni)",
            "(?:invalid|unknown|bad|unverifiable|forged|spoofed|unresolvable|denied|illegal) (?:sender|return path|from)\\b",
            "domain of (?:the )?sender", "sender domain", "sender (?:verif|callout)", "could not verify (?:the )?sender",
            "mail from .{0,20}(?:not allowed|rejected|refused|denied)",
            // greylisting, rates
            "gr[ea]y ?-?list", "too (?:many|much|fast)\\b(?! (?:messages|mails|mail data) (?:on|in|for) )", "\\brate ?-?limit", "\\brate (?:exceed|too|of)",
            "throttl", "maximum (?:number of )?connections?\\b|at maximum connection limit|(?:connection|message|sending|hourly|daily|recipient|rate) (?:limit|quota)s? (?:is |was |has been )?"
                    + "(?:exceed|reach)", "at a rate\\b", "exceeded the (?:hourly|daily|maximum number)",
            // relaying
            "relay(?:ing)?(?: is)?(?: access)? ?(?:was |is )?(?:denied|prohibited|disallowed|not|refused|den)",
            "(?:to|not|cannot|can't|won'?t|unable to|will not|do not) relay\\b", "rcpthosts?", "not a gateway", "open relay", "(?:as a|mail|insecure) relay", "relaying (?:mail|of|to|for)", "(?:do(?:n'?t| not)|does(?:n'?t| not)) handle mail for", "no valid recipients from",
            // size and content
            "(?:message|mail|e-?mail|content|attachment|size|body|data|header)s?(?: size| length)? (?:is |was |were )?"
                    + "(?:too (?:large|big|long)|exceeds?|exceeded|over)(?<!mailbox size limit exceeded) ?(?!.{0,20}(?:quota|storage|mailbox))",
            "too (?:large|big)\\b", "exceeds (?:the )?(?:maximum|fixed|max|size|message)", "(?<!mailbox )size limit", "maximum message size",
            "inbound (?:message|mail) size|line limit|taille limite", "only accepting mail", "preferences", "user rules?", "notauthorized|not ?authori[sz]ed",
            "low priority", "members?-only|non-?member|not a member of (?:the|this) list", "multiple addresses in|messages with multiple", "protocol violation", "organi[sz]ational (?:settings|rules)",
            "allowable number", "bouncedeny|senderfilterconfig", "(?:returned mail|bounces?) (?:is |are )?not accepted", "cname records?\\b", "unsigned dsn", "unacceptable", "advertis", "pattern detection",
            "open proxy|third-?party", "mismatch", "abusive\\b", "relay host name", "mime (?:headers?|structure|error)|header error", "mailing list|(?:not )?subscribed to (?:this|the) (?:group|list)", "address-?filter",
            "list of senders|senders? (?:to accept|isn'?t on|not pre-?approved)", "fully qualified (?:domain|host|e-?mail)", "gateway user", "rule imposed", "accepts? (?:mail|messages|e-?mail) from", "mail rejet", "(?:rejecting|refusing) (?:mail|message|content)",
            "mass ?-?mail", "our system has detected", "(?:e-?mails|messages|mails) per (?:second|minute|hour|day)|per-domain", "trop de connexions", "sending mta", "no access\\b", "for sending mail", "not passed validation",
            "refused - see", "(?<!not )(?<!be )\\blisted in\\b", "content (?:denied|examin|control)", "frequency limited", "unregistered", "ipv6", "dane\\b|tlsa|dnssec|certificate", "signed\\b",
            "base64 encoding|improperly|binary content", "resent-from|no .{0,20} (?:field|header) given", "is protected", "refuses? to (?:accept|receive)", "user reject",
            "\\bbatv\\b", "\\bbogus (?:helo|ehlo|hello|sender|from|mx|dns|host|domain|header|mail)", "helo.{0,20}bogus", "(?:null|empty) (?:envelope )?senders?\\b", "emetteur", "unrout(?:e)?able sender",
            "suppression list", "\\bsuppressed\\b", "is not verified", "bounced address",
            "content (?:was |is |has been )?(?:reject|filter|refus|den|not)", "(?:prohibited|forbidden|illegal|disallowed)"
                    + " (?:content|attachment|file)", "attachments? (?:type|name|extension|not)\\b|attachments? (?:is|are|was|were) (?:not|block|prohib|forbid|too|reject|remov|infect|refus)|executable attachment|images or (?:other )?attachments", "rejected (?:due to|because of|for) (?:content|security)",
            "message (?:was )?(?:filtered|quarantined)", "\\bmalformed\\b", "non-?rfc|rfc ?-?(?:28|53)22|not rfc",
            "bare (?:lf|cr|newline)", "missing (?:from|date|message-id|subject)", "8-?bit (?:data|content|char)", "smtputf8", "invalid header",
            "header .{0,30}(?:missing|invalid|duplicate)", "loop(?:s|ing)?\\b.{0,20}(?:detect|back)|looping|(?:mail|routing|forwarding) loop|hop count|too many hops",
            // other languages
            "correo no deseado", "pol[ií]tica", "lista negra", "bloquead", "unerw[uü]nscht", "richtlinie", "schwarze liste",
            "nicht berechtigt", "abgelehnt .{0,30}(?:absender|richtlinie)", "ind[ée]sirable", "politique", "liste noire",
            "pourriel", "bloqu[ée]", "autoris", "indesiderat", "bloccat", "ongewenst", "geblokkeerd", "beleid",
            "niechcian", "zablokowan", "спам", "заблокирован", "политик", "迷惑メール", "拒否されました.{0,20}ポリシー", "ポリシー",
            "垃圾邮件", "垃圾", "黑名单", "策略", "拦截")));

    private OursWords() {
    }
}
